/* rapport-paper.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-paper-painter.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-cairo-painter.h"
#include "rapport-pdf-private.h"
#include "rapport-scene-private.h"
#include "rapport-text-measure.h"

/* Points in a millimetre. */
#define POINT (72 / 25.4)
/* Of what stands in the margins, in points. */
#define WORDS 7.5
#define MARK_FROM (1.5 * POINT)
#define MARK_TO (6 * POINT)
#define HAIRLINE 0.4
#define CELL_WIDTH 9.0
#define CELL_HEIGHT 6.0
#define MOST_CELLS 12

struct _RapportPaper
{
  gatomicrefcount refs;

  double width;  /* of a page, in points */
  double height;
  char *title;
  GPtrArray *pages;     /* of RapportScene: page by page; or of one picture that is divided */
  gboolean divided;
  RapportSheets sheets; /* how it is */
};

static RapportPaper *
new_paper (const char *title, double width, double height)
{
  RapportPaper *self = g_new0 (RapportPaper, 1);

  g_atomic_ref_count_init (&self->refs);
  self->title = g_strdup (title);
  self->width = width;
  self->height = height;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) rapport_scene_unref);
  return self;
}

/**
 * rapport_paper_new_picture:
 * @scene: (transfer none)
 * @sheets: how it is divided, for a picture of the aspect of the scene's page
 *
 * Returns: (transfer full): a page for each sheet; on several there are marks to cut along, and each says which it is
 */
RapportPaper *
rapport_paper_new_picture (const RapportScene *scene, const RapportSheets *sheets)
{
  RapportPaper *self;

  g_return_val_if_fail (scene != NULL && sheets != NULL && rapport_sheets_count (sheets) > 0, NULL);

  self = new_paper (rapport_scene_get_title (scene), sheets->sheet_width * POINT, sheets->sheet_height * POINT);
  g_ptr_array_add (self->pages, rapport_scene_ref ((RapportScene *) scene));
  self->divided = TRUE;
  self->sheets = *sheets;
  return self;
}

/**
 * rapport_paper_new_pages:
 * @scenes: (element-type RapportScene): at least one, all as large as the first, whose page is in points
 *
 * Returns: (transfer full)
 */
RapportPaper *
rapport_paper_new_pages (GPtrArray *scenes)
{
  RapportPaper *self;
  RapportRect page;

  g_return_val_if_fail (scenes != NULL && scenes->len > 0, NULL);

  page = rapport_scene_get_page (g_ptr_array_index (scenes, 0));
  self = new_paper (rapport_scene_get_title (g_ptr_array_index (scenes, 0)), page.width, page.height);
  for (guint i = 0; i < scenes->len; i++)
    g_ptr_array_add (self->pages, rapport_scene_ref (g_ptr_array_index (scenes, i)));
  return self;
}

RapportPaper *
rapport_paper_ref (RapportPaper *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rapport_paper_unref (RapportPaper *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->pages);
  g_free (self->title);
  g_free (self);
}

guint
rapport_paper_get_n_pages (const RapportPaper *self)
{
  return self->divided ? rapport_sheets_count (&self->sheets) : self->pages->len;
}

/* @width, @height: (out): of a page, in points */
void
rapport_paper_get_size (const RapportPaper *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

const char *
rapport_paper_get_title (const RapportPaper *self)
{
  return self->title;
}

/* --- What stands in the margins of one sheet of several --- */

static void
add_line (RapportPath *path, double x1, double y1, double x2, double y2)
{
  rapport_path_move_to (path, x1, y1);
  rapport_path_line_to (path, x2, y2);
}

/* Outside of each corner, along both edges that are cut. */
static void
add_crop_marks (RapportSceneItem *item, const RapportRect *place)
{
  const double xs[] = { place->x, place->x + place->width }, ys[] = { place->y, place->y + place->height };
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 2; j++)
      {
        double right = i == 0 ? -1 : 1, below = j == 0 ? -1 : 1;

        add_line (path, xs[i] + right * MARK_FROM, ys[j], xs[i] + right * MARK_TO, ys[j]);
        add_line (path, xs[i], ys[j] + below * MARK_FROM, xs[i], ys[j] + below * MARK_TO);
      }
  shape = rapport_shape_new_path (path);
  shape->stroke = 0x000000FF;
  shape->width = HAIRLINE;
  rapport_scene_item_take (item, shape);
}

/* Where the neighbours to the right and below begin: what is beyond lies under them. */
static void
add_overlap_marks (RapportSceneItem *item, const RapportSheets *sheets, guint sheet, const RapportRect *place)
{
  const double overlap = sheets->overlap * POINT;
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  if (sheet % sheets->columns + 1 < sheets->columns)
    {
      double x = place->x + place->width - overlap;

      add_line (path, x, place->y - MARK_FROM, x, place->y - MARK_TO);
      add_line (path, x, place->y + place->height + MARK_FROM, x, place->y + place->height + MARK_TO);
    }
  if (sheet / sheets->columns + 1 < sheets->rows)
    {
      double y = place->y + place->height - overlap;

      add_line (path, place->x - MARK_FROM, y, place->x - MARK_TO, y);
      add_line (path, place->x + place->width + MARK_FROM, y, place->x + place->width + MARK_TO, y);
    }
  shape = rapport_shape_new_path (path);
  shape->stroke = 0x000000FF;
  shape->width = HAIRLINE;
  shape->dash[0] = shape->dash[1] = 1.5;
  rapport_scene_item_take (item, shape);
}

/* All sheets in small, this one black. */
static void
add_grid (RapportSceneItem *item, const RapportSheets *sheets, guint sheet, double right, double middle)
{
  double left = right - sheets->columns * CELL_WIDTH, top = middle - sheets->rows * CELL_HEIGHT / 2;

  for (guint i = 0; i < rapport_sheets_count (sheets); i++)
    {
      const RapportRect cell = { left + i % sheets->columns * CELL_WIDTH, top + i / sheets->columns * CELL_HEIGHT,
                                 CELL_WIDTH - 1.5, CELL_HEIGHT - 1.5 };
      RapportPath *path = rapport_path_new ();
      RapportShape *shape;

      rapport_path_rect (path, &cell, 0);
      shape = rapport_shape_new_path (path);
      shape->stroke = 0x404040FF;
      shape->width = HAIRLINE;
      shape->fill = i == sheet ? 0x000000FF : 0;
      rapport_scene_item_take (item, shape);
    }
}

static void
add_words (RapportSceneItem *item, const char *font, const char *words, double x, double y, double width)
{
  g_autoptr (RapportTextMeasure) measure = rapport_text_measure_new (font);
  g_auto (GStrv) lines = rapport_text_measure_break (measure, words, WORDS, 500, width, 1);
  RapportShape *shape;

  if (lines[0] == NULL)
    return;
  shape = rapport_shape_new_text (lines[0], x, y, WORDS, 500, RAPPORT_ANCHOR_START, 0x404040FF);
  shape->text_width = rapport_text_measure_width (measure, lines[0], WORDS, 500);
  rapport_scene_item_take (item, shape);
}

/* Returns: (transfer full): of @sheet's margins, in points */
static RapportScene *
new_margins (const RapportPaper *self, guint sheet, const RapportRect *place)
{
  const RapportSheets *sheets = &self->sheets;
  const char *font = rapport_scene_get_font (g_ptr_array_index (self->pages, 0));
  RapportScene *scene = _rapport_scene_new_empty (self->width, self->height);
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_RIBBON, NULL);
  double middle = self->height - (sheets->margin - 4) * POINT, left = sheets->margin * POINT;
  double right = self->width - left - sheets->overlap * POINT - MARK_TO;
  gboolean has_grid = sheets->rows * CELL_HEIGHT <= (sheets->margin - 5) * POINT && sheets->columns <= MOST_CELLS;
  g_autofree char *words = NULL;

  /* Translators: on a sheet of paper, of several that make one picture. The %s is the map's question or title. */
  words = g_strdup_printf (_("Sheet %u of %u: row %u, column %u · cut along the marks, lay over the dashed ones · %s"),
                           sheet + 1, rapport_sheets_count (sheets), sheet / sheets->columns + 1,
                           sheet % sheets->columns + 1, self->title);
  g_free (scene->font);
  scene->font = g_strdup (font);
  add_crop_marks (item, place);
  add_overlap_marks (item, sheets, sheet, place);
  if (has_grid)
    add_grid (item, sheets, sheet, right, middle);
  left = MAX (left + MARK_TO, place->x + 2 * POINT);
  add_words (item, font, words, left, middle + WORDS / 3,
             right - left - (has_grid ? sheets->columns * CELL_WIDTH + 12 : 0));
  item->name = g_steal_pointer (&words);
  g_ptr_array_add (scene->items, item);
  _rapport_scene_finish (scene);
  return scene;
}

/* --- Painting --- */

static void
fill (cairo_t *cr, RapportColour colour)
{
  cairo_set_source_rgb (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0);
  cairo_paint (cr);
}

static RapportRect
in_points (const RapportRect *rect)
{
  return (RapportRect){ rect->x * POINT, rect->y * POINT, rect->width * POINT, rect->height * POINT };
}

static void
paint_part (const RapportPaper *self, guint sheet, cairo_t *cr, RapportCairoPainter *painter,
            GCancellable *cancellable)
{
  const RapportScene *scene = g_ptr_array_index (self->pages, 0);
  RapportRect page = rapport_scene_get_page (scene);
  RapportRect part = rapport_sheets_get_part (&self->sheets, sheet);
  RapportRect place = rapport_sheets_get_place (&self->sheets, sheet);
  RapportRect shown;
  double scale = self->sheets.picture_width / page.width; /* millimetres of a map unit */

  shown = (RapportRect){ page.x + part.x / scale, page.y + part.y / scale, part.width / scale, part.height / scale };
  place = in_points (&place);
  cairo_save (cr);
  cairo_rectangle (cr, place.x, place.y, place.width, place.height);
  cairo_clip (cr);
  fill (cr, rapport_scene_get_background (scene));
  cairo_translate (cr, place.x, place.y);
  cairo_scale (cr, scale * POINT, scale * POINT);
  cairo_translate (cr, -shown.x, -shown.y);
  rapport_cairo_painter_paint (painter, scene, cr, &shown, cancellable);
  cairo_restore (cr);
  if (rapport_sheets_count (&self->sheets) > 1)
    {
      g_autoptr (RapportScene) margins = new_margins (self, sheet, &place);

      rapport_cairo_painter_paint (painter, margins, cr, NULL, cancellable);
    }
}

/**
 * rapport_paper_paint:
 * @page: from 0
 * @cr: in points, with its origin at the page's upper left corner
 * @tags: for readers of a tagged PDF
 */
void
rapport_paper_paint (const RapportPaper *self, guint page, cairo_t *cr, gboolean tags, GCancellable *cancellable)
{
  g_autoptr (RapportCairoPainter) painter = rapport_cairo_painter_new ();

  g_return_if_fail (self != NULL && page < rapport_paper_get_n_pages (self));

  rapport_cairo_painter_set_tags (painter, tags);
  if (tags)
    cairo_tag_begin (cr, "Document", NULL);
  if (self->divided)
    paint_part (self, page, cr, painter, cancellable);
  else
    rapport_cairo_painter_paint (painter, g_ptr_array_index (self->pages, page), cr, NULL, cancellable);
  if (tags)
    cairo_tag_end (cr, "Document");
}

static void
paint_pdf_page (gconstpointer self, guint page, cairo_t *cr, GCancellable *cancellable)
{
  rapport_paper_paint (self, page, cr, TRUE, cancellable);
}

/* Returns: (transfer full): with real text, the same bytes every time; or %NULL with @error set */
GBytes *
rapport_paper_render_pdf (const RapportPaper *self, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _rapport_pdf_render_painted (paint_pdf_page, self, rapport_paper_get_n_pages (self), self->title, self->width,
                                      self->height, cancellable, error);
}
