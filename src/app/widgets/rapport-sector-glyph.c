/* rapport-sector-glyph.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-sector-glyph.h"

#include "rapport-config.h"

#include <adwaita.h>

#include "rapport-appearance.h"
#include "rapport-map.h"
#include "rapport-sector.h"

/* Pixels. */
#define SIZE 32

struct _RapportSectorGlyph
{
  GtkWidget parent_instance;

  RapportOutline outline;
  char *letter; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (RapportSectorGlyph, rapport_sector_glyph, GTK_TYPE_WIDGET)

static const RapportTheme *
choose_theme (void)
{
  return rapport_theme_get (rapport_appearance_get_scheme (), RAPPORT_MEDIUM_PROJECTION);
}

static void
set_source (cairo_t *cr, RapportColour colour)
{
  cairo_set_source_rgba (cr, (colour >> 24) / 255.0, ((colour >> 16) & 255) / 255.0,
                         ((colour >> 8) & 255) / 255.0, (colour & 255) / 255.0);
}

static void
trace (cairo_t *cr, const RapportPath *path)
{
  guint n_ops;
  const guint8 *ops = rapport_path_get_ops (path, &n_ops);
  const RapportPoint *p = rapport_path_get_points (path, &(guint){ 0 });

  for (guint i = 0; i < n_ops; i++)
    switch (ops[i])
      {
      case RAPPORT_PATH_MOVE:
        cairo_move_to (cr, p->x, p->y);
        p++;
        break;
      case RAPPORT_PATH_LINE:
        cairo_line_to (cr, p->x, p->y);
        p++;
        break;
      case RAPPORT_PATH_CURVE:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      default:
        cairo_close_path (cr);
        break;
      }
}

static void
draw_letter (RapportSectorGlyph *self, cairo_t *cr, const RapportTheme *theme, RapportPoint at)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->letter);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;
  int height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  set_source (cr, theme->sectors[self->outline].letter);
  cairo_move_to (cr, at.x - width / 2.0, at.y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
rapport_sector_glyph_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RapportSectorGlyph *self = RAPPORT_SECTOR_GLYPH (widget);
  const RapportTheme *theme = choose_theme ();
  double r = self->outline == RAPPORT_OUTLINE_HEXAGON ? 10 : 12;
  RapportPoint at = { gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0 };
  g_autoptr (RapportPath) path = rapport_outline_make_path (self->outline, (RapportPoint){ 0, 0 }, r);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                            (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);

  cairo_save (cr);
  cairo_translate (cr, at.x, at.y);
  /* On the map it is wide enough for several letters; here it has none, and stands in a row with the others. */
  if (self->outline == RAPPORT_OUTLINE_HEXAGON)
    cairo_scale (cr, 0.6, 1);
  trace (cr, path);
  cairo_restore (cr);
  set_source (cr, theme->sectors[self->outline].fill);
  cairo_fill_preserve (cr);
  set_source (cr, theme->ink);
  cairo_set_line_width (cr, 1.6);
  if (self->outline == RAPPORT_OUTLINE_NONE)
    cairo_set_dash (cr, (const double[]){ 3, 3 }, 2, 0);
  cairo_stroke (cr);
  if (self->letter != NULL)
    draw_letter (self, cr, theme, at);
  cairo_destroy (cr);
}

static void
rapport_sector_glyph_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
rapport_sector_glyph_finalize (GObject *object)
{
  g_free (RAPPORT_SECTOR_GLYPH (object)->letter);

  G_OBJECT_CLASS (rapport_sector_glyph_parent_class)->finalize (object);
}

static void
rapport_sector_glyph_class_init (RapportSectorGlyphClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rapport_sector_glyph_finalize;
  widget_class->snapshot = rapport_sector_glyph_snapshot;
  widget_class->measure = rapport_sector_glyph_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rapport_sector_glyph_init (RapportSectorGlyph *self)
{
  rapport_appearance_follow (self, G_CALLBACK (gtk_widget_queue_draw));
}

static const char *
find_letter (RapportMap *map, const char *sector)
{
  RapportElement *element = sector != NULL ? rapport_map_lookup (map, sector) : NULL;
  const char *letter = NULL;

  if (element != NULL && RAPPORT_IS_SECTOR (element))
    letter = rapport_sector_get_letter (RAPPORT_SECTOR (element));
  if (letter == NULL && rapport_sector_is_built_in (sector))
    letter = rapport_sector_built_in_letter (sector);
  return letter;
}

/* @sector: (nullable): its id. Returns: (transfer floating) */
GtkWidget *
rapport_sector_glyph_new (RapportMap *map, const char *sector)
{
  RapportSectorGlyph *self = g_object_new (RAPPORT_TYPE_SECTOR_GLYPH, NULL);

  self->outline = rapport_outline_for_sector (sector);
  if (sector != NULL)
    self->letter = g_strdup (find_letter (map, sector));
  /* As on the map. */
  if (self->letter == NULL && self->outline == RAPPORT_OUTLINE_TRIANGLE)
    self->letter = g_strdup ("+");
  return GTK_WIDGET (self);
}
