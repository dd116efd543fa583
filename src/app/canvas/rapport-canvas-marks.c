/* rapport-canvas-marks.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn above the picture of the map, anew in each frame: rings, selection, what is dragged, words at the
 * pointer.
 */
#include "rapport-canvas-marks.h"

#include <math.h>

#include "rapport-cairo-painter.h"
#include "rapport-mark-places.h"
#include "rapport-region.h"

/* A colour of the scene as one of the toolkit. */
GdkRGBA
rapport_canvas_marks_rgba (RapportColour colour)
{
  return (GdkRGBA){ (float) (colour >> 24) / 255, (float) ((colour >> 16) & 255) / 255,
                    (float) ((colour >> 8) & 255) / 255, (float) (colour & 255) / 255 };
}

/* Two colours, so that the frame is seen on anything. */
static void
snapshot_frame (RapportCanvas *self, GtkSnapshot *snapshot, const RapportRect *bounds)
{
  static const GdkRGBA outer = { 1, 1, 1, 0.95f };
  static const GdkRGBA inner = { 0.11f, 0.44f, 0.85f, 1 };
  const GdkRGBA *const colours[] = { &outer, &inner };
  RapportPoint corner = rapport_canvas_from_map (self, bounds->x, bounds->y);
  float width = (float) (bounds->width * rapport_canvas_get_zoom (self));
  float height = (float) (bounds->height * rapport_canvas_get_zoom (self));

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      float grow = 6.0f - 2.0f * (float) i;
      const float widths[4] = { 2, 2, 2, 2 };
      const GdkRGBA four[4] = { *colours[i], *colours[i], *colours[i], *colours[i] };
      graphene_rect_t rect;
      GskRoundedRect rounded;

      graphene_rect_init (&rect, (float) corner.x - grow, (float) corner.y - grow,
                          width + 2 * grow, height + 2 * grow);
      gsk_rounded_rect_init_from_rect (&rounded, &rect, 6);
      gtk_snapshot_append_border (snapshot, &rounded, widths, four);
    }
}

/* @area: in the widget's pixels. Everything is then in map units. */
static cairo_t *
append_cairo_in (RapportCanvas *self, GtkSnapshot *snapshot, const graphene_rect_t *area)
{
  RapportPoint origin = rapport_canvas_from_map (self, 0, 0);
  double scale = rapport_canvas_get_zoom (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);

  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, scale, scale);
  return cr;
}

static cairo_t *
append_cairo (RapportCanvas *self, GtkSnapshot *snapshot)
{
  graphene_rect_t all;

  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                      (float) gtk_widget_get_height (GTK_WIDGET (self)));
  return append_cairo_in (self, snapshot, &all);
}

static void
set_source (cairo_t *cr, RapportColour colour)
{
  GdkRGBA rgba = rapport_canvas_marks_rgba (colour);

  gdk_cairo_set_source_rgba (cr, &rgba);
}

/* The line again, above a casing of two colours that follows it. */
static void
stroke_selected (cairo_t *cr, const RapportShape *shape)
{
  rapport_cairo_trace_path (cr, shape->path);
  cairo_set_line_width (cr, shape->width + 11);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.95);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, shape->width + 7);
  cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, shape->width + 3);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, shape->width);
  if (shape->dash[0] > 0)
    cairo_set_dash (cr, shape->dash, 2, 0);
  set_source (cr, shape->stroke);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Without patterns and texts. */
static void
draw_shape (cairo_t *cr, const RapportShape *shape)
{
  if (shape->kind != RAPPORT_SHAPE_PATH)
    return;
  rapport_cairo_trace_path (cr, shape->path);
  set_source (cr, shape->fill);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, shape->width);
  set_source (cr, shape->stroke);
  cairo_stroke (cr);
}

/* A frame round all of a link would take in half of the map. */
static void
snapshot_selected_link (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item)
{
  cairo_t *cr = append_cairo (self, snapshot);

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);

      if (shape->kind != RAPPORT_SHAPE_PATH)
        continue;
      if (shape->width > 0 && (shape->fill & 0xff) == 0)
        stroke_selected (cr, shape);
      else
        draw_shape (cr, shape);
    }
  cairo_destroy (cr);
}

/* From this zoom on the nearest name is farther from an outline than the ring of what is selected reaches. */
#define FULL_RINGS 0.48

/* One of the rings round an outline: how far it reaches out, in pixels, and its colour. */
typedef struct
{
  double reach;
  GdkRGBA colour;
} Ring;

/* Where a whole map is small the rings are thinner, or they would hide what is beside them. */
static double
get_thickness (RapportCanvas *self)
{
  return CLAMP (rapport_canvas_get_zoom (self) / FULL_RINGS, 0.55, 1);
}

/* A painter keeps about as many texts as it paints at a time: that of the pictures would forget theirs over single names.
 * Returns: (transfer none): this thread's, for names by themselves */
static RapportCairoPainter *
get_name_painter (void)
{
  static GPrivate painter = G_PRIVATE_INIT ((GDestroyNotify) rapport_cairo_painter_free);

  if (g_private_get (&painter) == NULL)
    g_private_set (&painter, rapport_cairo_painter_new ());
  return g_private_get (&painter);
}

/* Returns: (nullable) (transfer none): the name of somebody, which rings may reach */
static const RapportSceneItem *
find_name (RapportCanvas *self, const RapportSceneItem *item)
{
  if (item->kind != RAPPORT_ITEM_STAKEHOLDER || item->opacity < 1)
    return NULL;
  return rapport_scene_find (rapport_canvas_get_shown (self), RAPPORT_ITEM_LABEL, item->element_id);
}

static graphene_rect_t
from_map (RapportCanvas *self, const RapportRect *rect)
{
  const double zoom = rapport_canvas_get_zoom (self);
  const RapportPoint corner = rapport_canvas_from_map (self, rect->x, rect->y);

  return GRAPHENE_RECT_INIT ((float) corner.x, (float) corner.y, (float) (rect->width * zoom),
                             (float) (rect->height * zoom));
}

/* Where rings and the name above them can be, in the widget's pixels. */
static graphene_rect_t
find_ringed (RapportCanvas *self, const RapportSceneItem *item, const RapportSceneItem *name, double reach)
{
  graphene_rect_t area = from_map (self, &item->bounds);

  graphene_rect_inset (&area, (float) -reach - 1, (float) -reach - 1);
  if (name != NULL)
    {
      const graphene_rect_t words = from_map (self, &name->bounds);

      graphene_rect_union (&area, &words, &area);
    }
  graphene_rect_round_extents (&area, &area);
  return area;
}

/* Rings lie beyond the outline, and let the discs beside it be seen. */
static void
clip_to_rings (cairo_t *cr, const RapportSceneItem *item, const RapportPath *outermost)
{
  const double far = 1e6;
  RapportRect discs;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  rapport_cairo_trace_path (cr, outermost);
  cairo_rectangle (cr, -far, -far, 2 * far, 2 * far);
  cairo_clip (cr);
  if (!rapport_scene_item_get_discs (item, &discs))
    return;
  cairo_rectangle (cr, discs.x, discs.y, discs.width, discs.height);
  cairo_rectangle (cr, -far, -far, 2 * far, 2 * far);
  cairo_clip (cr);
}

/* Rings close around the outline, the widest first, so that what is beside them is still read. */
static void
snapshot_rings (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item, const Ring *rings, guint n)
{
  const double pixel = get_thickness (self) / rapport_canvas_get_zoom (self);
  const RapportPath *outermost = rapport_scene_item_get_outermost (item);
  const RapportSceneItem *name = find_name (self, item);
  const graphene_rect_t area = find_ringed (self, item, name, rings[0].reach);
  cairo_t *cr;

  if (outermost == NULL)
    return;
  cr = append_cairo_in (self, snapshot, &area);
  cairo_save (cr);
  clip_to_rings (cr, item, outermost);
  rapport_cairo_trace_path (cr, outermost);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < n; i++)
    {
      cairo_set_line_width (cr, 2 * rings[i].reach * pixel);
      gdk_cairo_set_source_rgba (cr, &rings[i].colour);
      cairo_stroke_preserve (cr);
    }
  cairo_restore (cr);
  if (name != NULL && name->opacity >= 1)
    rapport_cairo_painter_paint_item (get_name_painter (), rapport_canvas_get_shown (self), name, cr);
  cairo_destroy (cr);
}

static void
snapshot_selected_stakeholder (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item)
{
  static const Ring rings[] = { { 4.75, { 1, 1, 1, 0.8f } }, { 4, { 0.11f, 0.44f, 0.85f, 1 } },
                                { 1.75, { 1, 1, 1, 1 } } };

  snapshot_rings (self, snapshot, item, rings, G_N_ELEMENTS (rings));
}

/**
 * rapport_canvas_marks_focus:
 * @item: a stakeholder or a badge, which has the keyboard
 *
 * The rings of what is selected, and around them a dark and a light one: of these two, one stands out from whatever
 * lies below. They stay nearer to the outline than its name.
 */
void
rapport_canvas_marks_focus (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item)
{
  static const Ring rings[] = { { 7.5, { 0.1f, 0.1f, 0.1f, 1 } }, { 5.75, { 1, 1, 1, 1 } },
                                { 4, { 0.11f, 0.44f, 0.85f, 1 } }, { 1.75, { 1, 1, 1, 1 } } };

  snapshot_rings (self, snapshot, item, rings, G_N_ELEMENTS (rings));
}

/* A wide quiet ring round somebody from whom a link can be drawn; a full one where the hand is on it, or a link would
 * end. It lies below the rings of what is selected. */
void
rapport_canvas_marks_link_ring (RapportCanvas *self, GtkSnapshot *snapshot, const RapportSceneItem *item,
                                gboolean is_held)
{
  static const Ring quiet[] = { { 9, { 1, 1, 1, 0.8f } }, { 8, { 0.67f, 0.8f, 0.95f, 1 } },
                                { 1.75, { 1, 1, 1, 1 } } };
  static const Ring full[] = { { 9, { 1, 1, 1, 0.8f } }, { 8, { 0.11f, 0.44f, 0.85f, 1 } },
                               { 1.75, { 1, 1, 1, 1 } } };

  snapshot_rings (self, snapshot, item, is_held ? full : quiet, G_N_ELEMENTS (full));
}

/* Where something has several items, the one that is framed. Returns: (nullable) */
static const RapportSceneItem *
find_framed (RapportCanvas *self, const char *id)
{
  static const RapportItemKind kinds[] = { RAPPORT_ITEM_STAKEHOLDER, RAPPORT_ITEM_LINK, RAPPORT_ITEM_BADGE };
  const RapportSceneItem *item = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && item == NULL; i++)
    item = rapport_scene_find (rapport_canvas_get_shown (self), kinds[i], id);
  return item;
}

/* A group is its members and the legs to them; what lies between them is not meant. */
static void
snapshot_group (RapportCanvas *self, GtkSnapshot *snapshot, RapportElement *group)
{
  const RapportScene *scene = rapport_canvas_get_shown (self);
  const char *text = rapport_element_get_text (group, "members");
  g_auto (GStrv) members = g_strsplit (text != NULL ? text : "", " ", -1);
  RapportPoint hub = rapport_mark_places_find_group (scene, group);
  double pixel = 1 / rapport_canvas_get_zoom (self);
  const double dash[] = { 8 * pixel, 5 * pixel };
  cairo_t *cr = append_cairo (self, snapshot);

  for (char **member = members; *member != NULL; member++)
    {
      const RapportSceneItem *item = find_framed (self, *member);
      RapportPoint at;
      double length, rest;

      if (item == NULL)
        continue;
      at = rapport_scene_item_get_middle (item);
      length = hypot (at.x - hub.x, at.y - hub.y);
      rest = item->kind == RAPPORT_ITEM_LINK ? 0 : rapport_scene_item_get_outline (item).height / 2 + 6 * pixel;
      if (length <= rest)
        continue;
      cairo_move_to (cr, hub.x, hub.y);
      cairo_line_to (cr, at.x - (at.x - hub.x) * rest / length, at.y - (at.y - hub.y) * rest / length);
    }
  cairo_set_source_rgba (cr, 1, 1, 1, 0.95);
  cairo_set_line_width (cr, 6 * pixel);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
  cairo_set_line_width (cr, 3 * pixel);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
  for (char **member = members; *member != NULL; member++)
    {
      const RapportSceneItem *item = find_framed (self, *member);
      RapportRect bounds;

      if (item == NULL || item->kind != RAPPORT_ITEM_STAKEHOLDER)
        continue;
      bounds = rapport_scene_item_get_outline (item);
      snapshot_frame (self, snapshot, &bounds);
    }
}

/* Frames what is selected, and follows the links. */
void
rapport_canvas_marks_selection (RapportCanvas *self, GtkSnapshot *snapshot)
{
  RapportSelection *selection = rapport_session_get_selection (rapport_canvas_get_session (self));

  for (guint i = 0; i < rapport_selection_get_size (selection); i++)
    {
      const char *id = rapport_selection_get_id (selection, i);
      RapportElement *element = rapport_map_lookup (rapport_session_get_map (rapport_canvas_get_session (self)), id);
      const RapportSceneItem *item = find_framed (self, id);

      if (element != NULL && RAPPORT_IS_REGION (element))
        snapshot_group (self, snapshot, element);
      if (item == NULL)
        continue;
      if (item->kind == RAPPORT_ITEM_LINK)
        snapshot_selected_link (self, snapshot, item);
      else if (item->kind == RAPPORT_ITEM_STAKEHOLDER)
        snapshot_selected_stakeholder (self, snapshot, item);
      else
        {
          RapportRect bounds = rapport_scene_item_get_outline (item);

          snapshot_frame (self, snapshot, &bounds);
        }
    }
}

/* A link while it is drawn, between two points in map units. */
void
rapport_canvas_marks_line (RapportCanvas *self, GtkSnapshot *snapshot, RapportPoint from, RapportPoint to)
{
  cairo_t *cr = append_cairo (self, snapshot);

  cairo_set_source_rgb (cr, 0.11, 0.44, 0.85);
  cairo_set_line_width (cr, 3 / rapport_canvas_get_zoom (self));
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A quiet line between two who stand in line, in map units. */
void
rapport_canvas_marks_guide (RapportCanvas *self, GtkSnapshot *snapshot, RapportPoint from, RapportPoint to)
{
  double pixel = 1 / rapport_canvas_get_zoom (self);
  const double dash[] = { 5 * pixel, 4 * pixel };
  cairo_t *cr = append_cairo (self, snapshot);

  cairo_set_source_rgba (cr, 0.11, 0.44, 0.85, 0.8);
  cairo_set_line_width (cr, 1.5 * pixel);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The rectangle that selects what is in it, in map units. */
void
rapport_canvas_marks_band (RapportCanvas *self, GtkSnapshot *snapshot, const RapportRect *band)
{
  cairo_t *cr = append_cairo (self, snapshot);

  cairo_rectangle (cr, band->x, band->y, band->width, band->height);
  cairo_set_source_rgba (cr, 0.11, 0.44, 0.85, 0.12);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.11, 0.44, 0.85, 0.9);
  cairo_set_line_width (cr, 1.5 / rapport_canvas_get_zoom (self));
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Lines to everybody who is linked with @id, from where it is dragged to. */
static void
draw_links (RapportCanvas *self, cairo_t *cr, const char *id, GHashTable *ids, RapportPoint shift)
{
  const RapportScene *scene = rapport_canvas_get_scene (self);
  RapportMap *map = rapport_session_get_map (rapport_canvas_get_session (self));
  const RapportLens *lens = rapport_session_get_lens (rapport_canvas_get_session (self));
  g_autoptr (GPtrArray) links = rapport_map_list_links_of (map, id, rapport_lens_get_phase (lens));
  RapportPoint from = rapport_scene_item_get_middle (rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id));

  for (guint i = 0; i < links->len; i++)
    {
      const char *a = rapport_element_get_text (g_ptr_array_index (links, i), "a");
      const char *b = rapport_element_get_text (g_ptr_array_index (links, i), "b");
      const char *other = g_strcmp0 (a, id) == 0 ? b : a;
      const RapportSceneItem *item
          = other != NULL ? rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, other) : NULL;
      RapportPoint to;

      if (item == NULL)
        continue;
      to = rapport_scene_item_get_middle (item);
      if (g_hash_table_contains (ids, other))
        to = (RapportPoint){ to.x + shift.x, to.y + shift.y };
      cairo_move_to (cr, from.x + shift.x, from.y + shift.y);
      cairo_line_to (cr, to.x, to.y);
    }
  cairo_set_source_rgba (cr, 0.11, 0.44, 0.85, 0.7);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* Pales where somebody stood. */
static void
draw_veil (cairo_t *cr, const RapportSceneItem *item, RapportColour background)
{
  RapportPoint middle = rapport_scene_item_get_middle (item);
  RapportRect outline = rapport_scene_item_get_outline (item);

  set_source (cr, (background & ~0xffu) | 0xb0);
  cairo_arc (cr, middle.x, middle.y, MAX (outline.width, outline.height) / 2 + 3, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* Those who are dragged, where they would stand. The picture below is not drawn anew while a hand moves.
 * @ids: keys are ids; @shift: from where they stand, in map units */
void
rapport_canvas_marks_ghosts (RapportCanvas *self, GtkSnapshot *snapshot, GHashTable *ids, RapportPoint shift)
{
  const RapportScene *scene = rapport_canvas_get_scene (self);
  cairo_t *cr = append_cairo (self, snapshot);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const RapportSceneItem *item = rapport_scene_find (scene, RAPPORT_ITEM_STAKEHOLDER, id);

      if (item == NULL)
        continue;
      draw_veil (cr, item, rapport_scene_get_background (scene));
      draw_links (self, cr, id, ids, shift);
      cairo_save (cr);
      cairo_translate (cr, shift.x, shift.y);
      for (guint i = 0; i < item->shapes->len; i++)
        draw_shape (cr, g_ptr_array_index (item->shapes, i));
      cairo_restore (cr);
    }
  cairo_destroy (cr);
}

/* Between words and the edge of what they stand on, in pixels. */
#define SIGN_MARGIN_X 12
#define SIGN_MARGIN_Y 7

/* Words white on black, so that they are read on any map, and not beyond its right edge. @x is their left end, or their
 * middle, in pixels. */
void
rapport_canvas_marks_sign (RapportCanvas *self, GtkSnapshot *snapshot, const char *words, float x, float y, gboolean centred)
{
  static const GdkRGBA ground = { 0.1f, 0.1f, 0.1f, 0.9f };
  static const GdkRGBA letters = { 1, 1, 1, 1 };
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  int room = MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 4 * SIGN_MARGIN_X, 1);
  PangoRectangle ink;
  GskRoundedRect rounded;

  pango_layout_get_pixel_extents (layout, NULL, &ink);
  pango_layout_set_alignment (layout, centred ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  pango_layout_set_width (layout, MIN (ink.width, room) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &ink);
  if (centred)
    x -= (float) ink.width / 2 + SIGN_MARGIN_X;
  else
    x = MAX (MIN (x, (float) gtk_widget_get_width (GTK_WIDGET (self)) - (float) ink.width - 2 * SIGN_MARGIN_X), 0);
  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (x, y, (float) ink.width + 2 * SIGN_MARGIN_X,
                                                        (float) ink.height + 2 * SIGN_MARGIN_Y),
                                   9);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &ground, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + SIGN_MARGIN_X - (float) ink.x, y + SIGN_MARGIN_Y));
  gtk_snapshot_append_layout (snapshot, layout, &letters);
  gtk_snapshot_restore (snapshot);
}
