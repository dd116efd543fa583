/* rapport-cairo-painter.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-cairo-painter.h"

#include "rapport-font-context-private.h"
#include "rapport-halo-private.h"
#include "rapport-pattern-private.h"
#include "rapport-recent-private.h"

#include <math.h>
#include <string.h>

/* Up to so many letters, texts stay shaped: in either generation as many as the richest picture of late has, within these
 * bounds. While something is dragged only little is painted, some hundred times, and all of it afterwards. */
#define KEPT_LENGTH 256
#define FEWEST_LAYOUTS 64
#define MOST_LAYOUTS 4096
#define LATE 256

/* SVG's own: beyond this a sharp corner is cut off. */
#define MITRE_LIMIT 4

/* Letters on the target, in its own units: smaller ones leave nothing, and larger ones FreeType refuses, which would
 * put cairo into an error for good. */
#define SMALLEST_LETTERS 0.05
#define LARGEST_LETTERS 16000

struct _RapportCairoPainter
{
  RapportPainter parent;

  /* Owned */
  PangoContext *context;
  RapportRecent *layouts; /* weight and text → PangoLayout */
  RapportHalo *halo;
  char *font;

  /* Borrowed, while painting */
  cairo_t *cr;
  GCancellable *cancellable;

  guint n_texts;     /* that were painted by now */
  guint n_layouts;   /* that a generation holds */
  gint *counter;     /* borrowed, nullable */
  gboolean tags;
  gboolean grouped;  /* the item is being painted whole, to be faded then */
  gboolean stopped;
  double opacity;    /* what each shape is faded by */
};

/* --- Text ------------------------------------------------------------------------------------------------------- */

static PangoLayout *
shape_text (RapportCairoPainter *self, const RapportShape *shape)
{
  g_autoptr (PangoFontDescription) font = _rapport_font_describe (self->font, shape->weight);
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, shape->text, -1);
  return layout;
}

/* Returns: (transfer full): the text of @shape, shaped at RAPPORT_FONT_SIZE */
static PangoLayout *
get_layout (RapportCairoPainter *self, const RapportShape *shape)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  self->n_texts++;
  if (strlen (shape->text) > KEPT_LENGTH)
    return shape_text (self, shape);
  key = g_strdup_printf ("%d %s", shape->weight, shape->text);
  layout = _rapport_recent_look_up (self->layouts, key);
  if (layout != NULL)
    return g_object_ref (layout);
  layout = shape_text (self, shape);
  _rapport_recent_keep (self->layouts, g_steal_pointer (&key), g_object_ref (layout));
  return layout;
}

static void
set_colour (RapportCairoPainter *self, RapportColour colour)
{
  cairo_set_source_rgba (self->cr, (colour >> 24) / 255.0, (colour >> 16 & 0xFF) / 255.0,
                         (colour >> 8 & 0xFF) / 255.0, (colour & 0xFF) / 255.0 * self->opacity);
}

static gboolean
is_visible (RapportColour colour)
{
  return (colour & 0xFF) != 0;
}

static void
paint_halo (RapportCairoPainter *self, const RapportShape *shape, PangoLayoutLine *line)
{
  if (!is_visible (shape->halo) || shape->halo_width <= 0)
    return;
  set_colour (self, shape->halo);
  _rapport_halo_show (self->halo, self->cr, line, shape->halo_width * RAPPORT_FONT_SIZE / shape->size);
}

static gboolean
can_show (cairo_t *cr, double size)
{
  double width = 0;

  cairo_user_to_device_distance (cr, &width, &size);
  size = hypot (width, size);
  return size >= SMALLEST_LETTERS && size <= LARGEST_LETTERS;
}

static void
paint_text (RapportPainter *painter, const RapportShape *shape)
{
  RapportCairoPainter *self = (RapportCairoPainter *) painter;
  g_autoptr (PangoLayout) layout = NULL;
  PangoLayoutLine *line;
  double scale = shape->size / RAPPORT_FONT_SIZE, share = 0;
  PangoRectangle logical;

  if (self->stopped || !can_show (self->cr, shape->size))
    return;
  layout = get_layout (self, shape);
  line = pango_layout_get_line_readonly (layout, 0);
  if (shape->anchor != RAPPORT_ANCHOR_START)
    {
      pango_layout_line_get_extents (line, NULL, &logical);
      share = shape->anchor == RAPPORT_ANCHOR_MIDDLE ? 0.5 : 1;
      share *= (double) logical.width / PANGO_SCALE * scale;
    }
  cairo_save (self->cr);
  cairo_translate (self->cr, shape->x - share, shape->y);
  cairo_scale (self->cr, scale, scale);
  paint_halo (self, shape, line);
  if (is_visible (shape->colour))
    {
      cairo_move_to (self->cr, 0, 0);
      set_colour (self, shape->colour);
      pango_cairo_show_layout_line (self->cr, line);
    }
  cairo_new_path (self->cr);
  cairo_restore (self->cr);
}

/* --- Outlines --------------------------------------------------------------------------------------------------- */

/* Makes @path the current path of @cr, in map units. */
void
rapport_cairo_trace_path (cairo_t *cr, const RapportPath *path)
{
  guint n_ops, n_points;
  const guint8 *ops = rapport_path_get_ops (path, &n_ops);
  const RapportPoint *p = rapport_path_get_points (path, &n_points);

  cairo_new_path (cr);
  for (guint i = 0; i < n_ops; i++)
    switch ((RapportPathOp) ops[i])
      {
      case RAPPORT_PATH_MOVE:
        cairo_move_to (cr, p[0].x, p[0].y);
        p += 1;
        break;
      case RAPPORT_PATH_LINE:
        cairo_line_to (cr, p[0].x, p[0].y);
        p += 1;
        break;
      case RAPPORT_PATH_CURVE:
        cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
        p += 3;
        break;
      case RAPPORT_PATH_CLOSE:
        cairo_close_path (cr);
        break;
      }
}

/* Lines that rise (@slope 1), fall (-1) or lie flat (0), a tile apart, across @box. */
static void
trace_hatch (cairo_t *cr, const RapportRect *box, int slope)
{
  double left = box->x, right = box->x + box->width;
  double low = box->y + MIN (slope * left, slope * right);
  double high = box->y + box->height + MAX (slope * left, slope * right);
  double offset = slope == 0 ? RAPPORT_PATTERN_TILE / 2 : 0;

  for (double c = floor (low / RAPPORT_PATTERN_TILE) * RAPPORT_PATTERN_TILE + offset; c <= high;
       c += RAPPORT_PATTERN_TILE)
    {
      cairo_move_to (cr, left, c - slope * left);
      cairo_line_to (cr, right, c - slope * right);
    }
}

static void
trace_dots (cairo_t *cr, const RapportRect *box)
{
  double tile = RAPPORT_PATTERN_TILE;

  for (double y = (floor (box->y / tile) - 0.5) * tile; y <= box->y + box->height + tile; y += tile)
    for (double x = (floor (box->x / tile) - 0.5) * tile; x <= box->x + box->width + tile; x += tile)
      {
        cairo_move_to (cr, x, y);
        cairo_close_path (cr);
      }
}

static void
trace_pattern (cairo_t *cr, RapportPattern pattern, const RapportRect *box)
{
  if (pattern == RAPPORT_PATTERN_HATCH || pattern == RAPPORT_PATTERN_CROSS)
    trace_hatch (cr, box, 1);
  if (pattern == RAPPORT_PATTERN_BACK_HATCH || pattern == RAPPORT_PATTERN_CROSS)
    trace_hatch (cr, box, -1);
  if (pattern == RAPPORT_PATTERN_HORIZONTAL)
    trace_hatch (cr, box, 0);
  if (pattern == RAPPORT_PATTERN_DOTS)
    trace_dots (cr, box);
}

/* Takes the current path as the border of the pattern. What is outside of the clip is not traced: an outline may be
 * larger than any page. */
static void
paint_pattern (RapportCairoPainter *self, const RapportShape *shape)
{
  gboolean dots = shape->pattern == RAPPORT_PATTERN_DOTS;
  double left, top, right, bottom;

  cairo_save (self->cr);
  cairo_clip_preserve (self->cr);
  cairo_clip_extents (self->cr, &left, &top, &right, &bottom);
  cairo_new_path (self->cr);
  trace_pattern (self->cr, shape->pattern, &(RapportRect){ left, top, right - left, bottom - top });
  cairo_set_dash (self->cr, NULL, 0, 0);
  cairo_set_line_cap (self->cr, dots ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (self->cr, dots ? 2 * RAPPORT_PATTERN_DOT : RAPPORT_PATTERN_WIDTH);
  set_colour (self, shape->pattern_colour);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
  rapport_cairo_trace_path (self->cr, shape->path);
}

static void
paint_stroke (RapportCairoPainter *self, const RapportShape *shape)
{
  gboolean dashed = shape->dash[0] > 0 || shape->dash[1] > 0;

  cairo_set_line_width (self->cr, shape->width);
  cairo_set_line_cap (self->cr, shape->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (self->cr, shape->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (self->cr, shape->dash, dashed ? 2 : 0, 0);
  set_colour (self, shape->stroke);
  cairo_stroke (self->cr);
}

static void
paint_path (RapportPainter *painter, const RapportShape *shape)
{
  RapportCairoPainter *self = (RapportCairoPainter *) painter;

  if (self->stopped)
    return;
  rapport_cairo_trace_path (self->cr, shape->path);
  if (is_visible (shape->fill))
    {
      set_colour (self, shape->fill);
      cairo_fill_preserve (self->cr);
    }
  if (shape->pattern != RAPPORT_PATTERN_NONE && is_visible (shape->pattern_colour))
    paint_pattern (self, shape);
  if (is_visible (shape->stroke) && shape->width > 0)
    paint_stroke (self, shape);
  cairo_new_path (self->cr);
}

/* --- Items ------------------------------------------------------------------------------------------------------ */

static const char *
get_tag (const RapportSceneItem *item)
{
  return item->kind == RAPPORT_ITEM_HEADING ? "H1" : "P";
}

/* A group takes as much memory as the clip, hence no more of it than the item covers. */
static void
begin_group (RapportCairoPainter *self, const RapportSceneItem *item)
{
  cairo_save (self->cr);
  cairo_rectangle (self->cr, item->bounds.x, item->bounds.y, item->bounds.width, item->bounds.height);
  cairo_clip (self->cr);
  cairo_push_group (self->cr);
}

static void
begin_item (RapportPainter *painter, const RapportSceneItem *item)
{
  RapportCairoPainter *self = (RapportCairoPainter *) painter;

  self->stopped = g_cancellable_is_cancelled (self->cancellable);
  self->grouped = !self->stopped && rapport_painter_must_group (item);
  self->opacity = self->grouped ? 1 : item->opacity;
  if (self->tags)
    cairo_tag_begin (self->cr, get_tag (item), NULL);
  if (self->grouped)
    begin_group (self, item);
}

static void
end_item (RapportPainter *painter, const RapportSceneItem *item)
{
  RapportCairoPainter *self = (RapportCairoPainter *) painter;

  if (self->grouped)
    {
      cairo_pop_group_to_source (self->cr);
      cairo_paint_with_alpha (self->cr, item->opacity);
      cairo_restore (self->cr);
    }
  if (self->tags)
    cairo_tag_end (self->cr, get_tag (item));
  if (self->counter != NULL)
    g_atomic_int_inc (self->counter);
}

static void
begin (RapportPainter *painter, const RapportScene *scene)
{
  RapportCairoPainter *self = (RapportCairoPainter *) painter;
  const char *font = rapport_scene_get_font (scene);

  if (g_strcmp0 (font, self->font) != 0)
    {
      _rapport_recent_clear (self->layouts);
      g_free (self->font);
      self->font = g_strdup (font);
    }
  self->n_texts = 0;
  cairo_save (self->cr);
  cairo_set_miter_limit (self->cr, MITRE_LIMIT);
}

static void
end (RapportPainter *painter)
{
  RapportCairoPainter *self = (RapportCairoPainter *) painter;

  cairo_restore (self->cr);
  self->n_layouts -= self->n_layouts / LATE;
  self->n_layouts = CLAMP (MAX (self->n_texts, self->n_layouts), FEWEST_LAYOUTS, MOST_LAYOUTS);
  _rapport_recent_set_most (self->layouts, self->n_layouts);
}

static const RapportPainterInterface interface = {
  .begin = begin,
  .begin_item = begin_item,
  .path = paint_path,
  .text = paint_text,
  .end_item = end_item,
  .end = end,
};

/* Returns: (transfer full): a painter, to be freed by rapport_cairo_painter_free() */
RapportCairoPainter *
rapport_cairo_painter_new (void)
{
  RapportCairoPainter *self = g_new0 (RapportCairoPainter, 1);

  self->parent.interface = &interface;
  self->context = _rapport_font_context_new ();
  self->halo = _rapport_halo_new ();
  self->layouts = _rapport_recent_new (MOST_LAYOUTS, g_object_unref);
  return self;
}

void
rapport_cairo_painter_free (RapportCairoPainter *self)
{
  if (self == NULL)
    return;
  _rapport_recent_free (self->layouts);
  _rapport_halo_free (self->halo);
  g_object_unref (self->context);
  g_free (self->font);
  g_free (self);
}

/**
 * rapport_cairo_painter_paint:
 * @cr: whose transformation takes map units to where they belong
 * @view: (nullable): what is wanted, in map units; %NULL for all
 * @cancellable: (nullable): when it is cancelled, the rest of the scene is left out
 *
 * Paints the items of @scene, but not its background: a screen has painted that already, and a transparent picture
 * has none.
 */
void
rapport_cairo_painter_paint (RapportCairoPainter *self,
                             const RapportScene *scene,
                             cairo_t *cr,
                             const RapportRect *view,
                             GCancellable *cancellable)
{
  g_return_if_fail (self != NULL && scene != NULL && cr != NULL);

  self->cr = cr;
  self->cancellable = cancellable;
  rapport_scene_paint (scene, &self->parent, view);
  self->cr = NULL;
  self->cancellable = NULL;
}

/* Paints one item of @scene alone, where the transformation of @cr takes it. */
void
rapport_cairo_painter_paint_item (RapportCairoPainter *self, const RapportScene *scene, const RapportSceneItem *item,
                                  cairo_t *cr)
{
  g_return_if_fail (self != NULL && scene != NULL && item != NULL && cr != NULL);

  self->cr = cr;
  rapport_scene_paint_item (scene, &self->parent, item);
  self->cr = NULL;
}

void
rapport_cairo_painter_set_tags (RapportCairoPainter *self, gboolean tags)
{
  g_return_if_fail (self != NULL);

  self->tags = tags;
}

/**
 * rapport_cairo_painter_set_counter:
 * @counter: (nullable): grows by one with every item; it has to live as long as the painter
 */
void
rapport_cairo_painter_set_counter (RapportCairoPainter *self, gint *counter)
{
  g_return_if_fail (self != NULL);

  self->counter = counter;
}
