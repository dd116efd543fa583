/* rapport-svg-painter.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-svg-painter.h"

#include "rapport-pattern-private.h"
#include "rapport-svg-buffer-private.h"
#include "rapport-svg-ids-private.h"

#include <string.h>

/* A first guess of what an item takes, so that the buffer seldom moves. */
#define BYTES_PER_ITEM 512
#define BYTES_OF_FRAME 4096

struct _RapportSvgPainter
{
  RapportPainter parent;

  /* Owned */
  char *width;
  char *height;

  /* While writing */
  RapportSvgBuffer out;
  RapportSvgIds *ids;
  GCancellable *cancellable; /* borrowed, nullable */
  double opacity;            /* what each shape is faded by */
  gboolean stopped;

  gint *counter; /* borrowed, nullable */
  gboolean transparent;
};

/* --- Attributes ------------------------------------------------------------------------------------------------- */

static void
add (RapportSvgPainter *self, const char *markup)
{
  _rapport_svg_buffer_add (&self->out, markup);
}

/* @start ends in =" and the quotation mark is closed here. */
static void
add_number (RapportSvgPainter *self, const char *start, double number)
{
  add (self, start);
  _rapport_svg_buffer_add_number (&self->out, number);
  _rapport_svg_buffer_add_char (&self->out, '"');
}

static void
add_words (RapportSvgPainter *self, const char *start, const char *text, const char *end)
{
  add (self, start);
  _rapport_svg_buffer_add_text (&self->out, text);
  add (self, end);
}

static gboolean
is_visible (RapportColour colour)
{
  return (colour & 0xFF) != 0;
}

/* @name is fill or stroke. */
static void
add_colour (RapportSvgPainter *self, const char *name, RapportColour colour)
{
  double alpha = (colour & 0xFF) / 255.0 * self->opacity;

  _rapport_svg_buffer_add_char (&self->out, ' ');
  add (self, name);
  add (self, "=\"");
  _rapport_svg_buffer_add_colour (&self->out, colour);
  _rapport_svg_buffer_add_char (&self->out, '"');
  if (alpha >= 1)
    return;
  _rapport_svg_buffer_add_char (&self->out, ' ');
  add (self, name);
  add_number (self, "-opacity=\"", alpha);
}

/* --- Outlines --------------------------------------------------------------------------------------------------- */

static void
add_points (RapportSvgPainter *self, char op, const RapportPoint *points, guint n)
{
  _rapport_svg_buffer_add_char (&self->out, op);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        _rapport_svg_buffer_add_char (&self->out, ' ');
      _rapport_svg_buffer_add_number (&self->out, points[i].x);
      _rapport_svg_buffer_add_char (&self->out, ' ');
      _rapport_svg_buffer_add_number (&self->out, points[i].y);
    }
}

static void
add_outline (RapportSvgPainter *self, const RapportPath *path)
{
  static const char letters[] = "MLCZ";
  static const guint8 takes[] = { 1, 1, 3, 0 };
  guint n_ops, n_points;
  const guint8 *ops = rapport_path_get_ops (path, &n_ops);
  const RapportPoint *p = rapport_path_get_points (path, &n_points);

  add (self, "<path d=\"");
  for (guint i = 0; i < n_ops; i++)
    {
      add_points (self, letters[ops[i]], p, takes[ops[i]]);
      p += takes[ops[i]];
    }
  _rapport_svg_buffer_add_char (&self->out, '"');
}

static void
add_stroke (RapportSvgPainter *self, const RapportShape *shape)
{
  add_colour (self, "stroke", shape->stroke);
  add_number (self, " stroke-width=\"", shape->width);
  if (shape->round)
    add (self, " stroke-linecap=\"round\" stroke-linejoin=\"round\"");
  if (shape->dash[0] <= 0 && shape->dash[1] <= 0)
    return;
  add (self, " stroke-dasharray=\"");
  _rapport_svg_buffer_add_number (&self->out, shape->dash[0]);
  _rapport_svg_buffer_add_char (&self->out, ' ');
  add_number (self, "", shape->dash[1]);
}

static void
add_pattern_id (RapportSvgPainter *self, RapportPattern pattern, RapportColour colour)
{
  g_autofree char *id = g_strdup_printf ("%s-%08x", _rapport_pattern_get_name (pattern), colour);

  add (self, id);
}

static gboolean
has_pattern (const RapportShape *shape)
{
  return shape->kind == RAPPORT_SHAPE_PATH && shape->pattern != RAPPORT_PATTERN_NONE
         && is_visible (shape->pattern_colour);
}

static void
add_pattern_fill (RapportSvgPainter *self, const RapportShape *shape)
{
  add (self, " fill=\"url(#");
  add_pattern_id (self, shape->pattern, shape->pattern_colour);
  add (self, ")\"");
  if (self->opacity < 1)
    add_number (self, " fill-opacity=\"", self->opacity);
}

/* A pattern lies between fill and stroke, so that it takes a second outline where there is a fill. */
static void
paint_path (RapportPainter *painter, const RapportShape *shape)
{
  RapportSvgPainter *self = (RapportSvgPainter *) painter;
  gboolean filled = is_visible (shape->fill), patterned = has_pattern (shape);
  gboolean stroked = is_visible (shape->stroke) && shape->width > 0;

  if (self->stopped || (!filled && !patterned && !stroked))
    return;
  if (filled && patterned)
    {
      add_outline (self, shape->path);
      add_colour (self, "fill", shape->fill);
      add (self, "/>\n");
    }
  add_outline (self, shape->path);
  if (patterned)
    add_pattern_fill (self, shape);
  else if (filled)
    add_colour (self, "fill", shape->fill);
  if (stroked)
    add_stroke (self, shape);
  add (self, "/>\n");
}

/* --- Text ------------------------------------------------------------------------------------------------------- */

/* Whether letters of this script stand from right to left. */
static gboolean
is_leftward_script (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_MENDE_KIKAKUI:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the line as a whole reads from right to left: its first letter says so, as it does to Pango. */
static gboolean
is_leftward (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return is_leftward_script (g_unichar_get_script (c));
    }
  return FALSE;
}

/* Without it the reader would drop spaces at the ends and make several into one. */
static gboolean
must_keep_spaces (const char *text)
{
  return g_ascii_isspace (text[0]) || strstr (text, "  ") != NULL
         || (text[0] != '\0' && g_ascii_isspace (text[strlen (text) - 1]));
}

/* The anchor of a scene is left or right of the line; the one of SVG is where reading starts or ends. */
static void
add_anchor (RapportSvgPainter *self, RapportAnchor anchor, gboolean leftward)
{
  if (leftward)
    add (self, " direction=\"rtl\"");
  if (anchor == RAPPORT_ANCHOR_MIDDLE)
    add (self, " text-anchor=\"middle\"");
  else if ((anchor == RAPPORT_ANCHOR_END) != leftward)
    add (self, " text-anchor=\"end\"");
}

static void
paint_text (RapportPainter *painter, const RapportShape *shape)
{
  RapportSvgPainter *self = (RapportSvgPainter *) painter;

  if (self->stopped || shape->size <= 0 || !is_visible (shape->colour) || shape->text[0] == '\0')
    return;
  add_number (self, "<text x=\"", shape->x);
  add_number (self, " y=\"", shape->y);
  add_number (self, " font-size=\"", shape->size);
  if (shape->weight != 400)
    add_number (self, " font-weight=\"", shape->weight);
  add_anchor (self, shape->anchor, is_leftward (shape->text));
  add_colour (self, "fill", shape->colour);
  if (is_visible (shape->halo) && shape->halo_width > 0)
    {
      add_colour (self, "stroke", shape->halo);
      add_number (self, " stroke-width=\"", shape->halo_width);
      add (self, " stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
  if (must_keep_spaces (shape->text))
    add (self, " xml:space=\"preserve\"");
  add_words (self, ">", shape->text, "</text>\n");
}

/* --- Items ------------------------------------------------------------------------------------------------------ */

static void
begin_item (RapportPainter *painter, const RapportSceneItem *item)
{
  RapportSvgPainter *self = (RapportSvgPainter *) painter;
  gboolean grouped = rapport_painter_must_group (item);

  self->stopped = g_cancellable_is_cancelled (self->cancellable);
  if (self->stopped)
    return;
  self->opacity = grouped ? 1 : item->opacity;
  add (self, "<g id=\"");
  add (self, _rapport_svg_ids_make (self->ids, item));
  _rapport_svg_buffer_add_char (&self->out, '"');
  if (grouped)
    add_number (self, " opacity=\"", item->opacity);
  if (item->name != NULL)
    add_words (self, " role=\"graphics-symbol\"><title>", item->name, "</title>\n");
  else
    add (self, ">\n");
}

static void
end_item (RapportPainter *painter, const RapportSceneItem *item)
{
  RapportSvgPainter *self = (RapportSvgPainter *) painter;

  if (!self->stopped)
    add (self, "</g>\n");
  if (self->counter != NULL)
    g_atomic_int_inc (self->counter);
}

/* --- The frame -------------------------------------------------------------------------------------------------- */

static void
add_pattern (RapportSvgPainter *self, RapportPattern pattern, RapportColour colour)
{
  gboolean dots = pattern == RAPPORT_PATTERN_DOTS;

  add (self, "<pattern id=\"");
  add_pattern_id (self, pattern, colour);
  add_number (self, "\" patternUnits=\"userSpaceOnUse\" width=\"", RAPPORT_PATTERN_TILE);
  add_number (self, " height=\"", RAPPORT_PATTERN_TILE);
  add (self, "><path d=\"");
  add (self, _rapport_pattern_get_tile (pattern));
  add (self, "\"");
  add_colour (self, "stroke", colour);
  add_number (self, " stroke-width=\"", dots ? 2 * RAPPORT_PATTERN_DOT : RAPPORT_PATTERN_WIDTH);
  add (self, dots ? " stroke-linecap=\"round\"/></pattern>\n" : "/></pattern>\n");
}

static void
add_item_patterns (RapportSvgPainter *self, const RapportSceneItem *item, GHashTable *seen)
{
  for (guint i = 0; i < item->shapes->len; i++)
    {
      const RapportShape *shape = g_ptr_array_index (item->shapes, i);
      gint64 key;

      if (!has_pattern (shape))
        continue;
      key = (gint64) shape->pattern << 32 | shape->pattern_colour;
      if (g_hash_table_contains (seen, &key))
        continue;
      if (g_hash_table_size (seen) == 0)
        add (self, "<defs>\n");
      g_hash_table_add (seen, g_memdup2 (&key, sizeof key));
      add_pattern (self, shape->pattern, shape->pattern_colour);
    }
}

/* Only those that are used, each once. */
static void
add_patterns (RapportSvgPainter *self, const RapportScene *scene)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint n = rapport_scene_get_n_items (scene);

  self->opacity = 1;
  for (guint i = 0; i < n; i++)
    add_item_patterns (self, rapport_scene_get_item (scene, i), seen);
  if (g_hash_table_size (seen) > 0)
    add (self, "</defs>\n");
}

static void
add_length (RapportSvgPainter *self, const char *start, const char *length, double units)
{
  add (self, start);
  if (length != NULL)
    _rapport_svg_buffer_add_text (&self->out, length);
  else
    _rapport_svg_buffer_add_number (&self->out, units);
  _rapport_svg_buffer_add_char (&self->out, '"');
}

static void
add_view_box (RapportSvgPainter *self, const RapportRect *page)
{
  const double numbers[] = { page->x, page->y, page->width, page->height };

  add (self, " viewBox=\"");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (i > 0)
        _rapport_svg_buffer_add_char (&self->out, ' ');
      _rapport_svg_buffer_add_number (&self->out, numbers[i]);
    }
  _rapport_svg_buffer_add_char (&self->out, '"');
}

/* A list of families that ends in a generic one, whatever the theme says. */
static void
add_font (RapportSvgPainter *self, const char *font)
{
  gboolean generic = g_str_has_suffix (font, "sans-serif");

  add_words (self, " font-family=\"", font, generic ? "\"" : ", sans-serif\"");
}

static void
add_root (RapportSvgPainter *self, const RapportScene *scene)
{
  RapportRect page = rapport_scene_get_page (scene);
  const char *language = rapport_scene_get_language (scene);

  add (self, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  add_length (self, " width=\"", self->width, page.width);
  add_length (self, " height=\"", self->height, page.height);
  add_view_box (self, &page);
  add_words (self, " lang=\"", language, "\"");
  add_words (self, " xml:lang=\"", language, "\"");
  add (self, " role=\"graphics-document\" aria-labelledby=\"title desc\"");
  add_font (self, rapport_scene_get_font (scene));
  add (self, " fill=\"none\" stroke-miterlimit=\"4\">\n");
  add_words (self, "<title id=\"title\">", rapport_scene_get_title (scene), "</title>\n");
  add_words (self, "<desc id=\"desc\">", rapport_scene_get_description (scene), "</desc>\n");
}

static void
add_background (RapportSvgPainter *self, const RapportScene *scene)
{
  RapportRect page = rapport_scene_get_page (scene);

  if (self->transparent)
    return;
  add_number (self, "<rect x=\"", page.x);
  add_number (self, " y=\"", page.y);
  add_number (self, " width=\"", page.width);
  add_number (self, " height=\"", page.height);
  add_colour (self, "fill", rapport_scene_get_background (scene));
  add (self, "/>\n");
}

static void
begin (RapportPainter *painter, const RapportScene *scene)
{
  RapportSvgPainter *self = (RapportSvgPainter *) painter;

  self->ids = _rapport_svg_ids_new (rapport_scene_hides_names (scene));
  self->stopped = FALSE;
  _rapport_svg_buffer_init (&self->out, BYTES_OF_FRAME
                                          + (gsize) rapport_scene_get_n_items (scene) * BYTES_PER_ITEM);
  add_root (self, scene);
  add_patterns (self, scene);
  add_background (self, scene);
}

static void
end (RapportPainter *painter)
{
  RapportSvgPainter *self = (RapportSvgPainter *) painter;

  add (self, "</svg>\n");
  g_clear_pointer (&self->ids, _rapport_svg_ids_free);
}

static const RapportPainterInterface interface = {
  .begin = begin,
  .begin_item = begin_item,
  .path = paint_path,
  .text = paint_text,
  .end_item = end_item,
  .end = end,
};

/**
 * rapport_svg_painter_new:
 * @options: (nullable): %NULL for a picture as large as the page, with its background
 *
 * Returns: (transfer full): a painter, to be freed by rapport_svg_painter_free()
 */
RapportSvgPainter *
rapport_svg_painter_new (const RapportSvgOptions *options)
{
  RapportSvgPainter *self = g_new0 (RapportSvgPainter, 1);

  self->parent.interface = &interface;
  if (options != NULL)
    {
      self->width = g_strdup (options->width);
      self->height = g_strdup (options->height);
      self->transparent = options->transparent;
    }
  return self;
}

void
rapport_svg_painter_free (RapportSvgPainter *self)
{
  if (self == NULL)
    return;
  _rapport_svg_buffer_clear (&self->out);
  g_free (self->width);
  g_free (self->height);
  g_free (self);
}

/**
 * rapport_svg_painter_paint:
 * @cancellable: (nullable): when it is cancelled, the rest of the scene is left out
 *
 * Returns: (transfer full): the whole file
 */
GBytes *
rapport_svg_painter_paint (RapportSvgPainter *self, const RapportScene *scene, GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL && scene != NULL, NULL);

  self->cancellable = cancellable;
  rapport_scene_paint (scene, &self->parent, NULL);
  self->cancellable = NULL;
  return _rapport_svg_buffer_finish (&self->out);
}

/**
 * rapport_svg_painter_set_counter:
 * @counter: (nullable): grows by one with every item; it has to live as long as the painter
 */
void
rapport_svg_painter_set_counter (RapportSvgPainter *self, gint *counter)
{
  g_return_if_fail (self != NULL);

  self->counter = counter;
}
