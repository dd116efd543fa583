/* rapport-draw-node.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A stakeholder: outline, letter, kind, pips; and its name.
 */
#include "rapport-plan-private.h"

#include <math.h>
#include <string.h>

#include "rapport-stakeholder.h"

#define OUTLINE 2.0
#define HALO 4.0
#define STRUCTURE_RING 9.0
#define PLATE 13.0
#define PIP_FULL 3.9
#define PIP_EMPTY 2.8
#define PIP_INK 0.62

static void
draw_outline (Plan *self, RapportSceneItem *item, RapportOutline outline, RapportPoint at, double r)
{
  const RapportSectorStyle *style = &self->theme->sectors[outline];
  RapportShape *shape = rapport_shape_new_path (_rapport_outline_path (outline, at, r, 0));

  shape->fill = style->fill;
  shape->pattern = style->pattern;
  shape->pattern_colour = style->pattern_colour;
  shape->stroke = self->theme->ink;
  shape->width = OUTLINE * self->theme->line_scale * MAX (self->size, 0.4);
  shape->round = TRUE;
  if (outline == RAPPORT_OUTLINE_NONE)
    shape->dash[0] = shape->dash[1] = 4;
  rapport_scene_item_take (item, shape);
}

static void
draw_letter (Plan *self, RapportSceneItem *item, RapportOutline outline, RapportPoint at, double size,
             const char *letter)
{
  const RapportSectorStyle *style = &self->theme->sectors[outline];
  RapportShape *shape = rapport_shape_new_text (letter, at.x, at.y + 0.36 * size, size, 700,
                                                RAPPORT_ANCHOR_MIDDLE, style->letter);

  shape->sign = TRUE;
  shape->text_width = rapport_text_measure_width (self->measure, letter, size, 700);
  if (style->pattern != RAPPORT_PATTERN_NONE)
    {
      shape->halo = style->fill;
      shape->halo_width = 0.36 * size;
    }
  rapport_scene_item_take (item, shape);
}

/* The outline of one of the users' own sectors has a hatched border inside. */
static void
draw_hatched_border (Plan *self, RapportSceneItem *item, RapportPoint at, double r)
{
  RapportPoint middle = { at.x, at.y };
  RapportShape *shape;

  if (self->size < 0.5)
    return;
  shape = rapport_shape_new_path (_rapport_outline_path (RAPPORT_OUTLINE_TRIANGLE, middle, r, -1));
  shape->pattern = RAPPORT_PATTERN_HATCH;
  shape->pattern_colour = rapport_colour_with_alpha (self->theme->ink, 0.75);
  rapport_scene_item_take (item, shape);
  shape = rapport_shape_new_path (_rapport_outline_path (RAPPORT_OUTLINE_TRIANGLE, middle, r * 0.62, 0));
  shape->fill = self->theme->sectors[RAPPORT_OUTLINE_TRIANGLE].fill;
  rapport_scene_item_take (item, shape);
}

/* Outline and letter of a sector, without a kind: as in the legend. */
void
_rapport_draw_glyph (Plan *self,
                     RapportSceneItem *item,
                     RapportOutline outline,
                     RapportPoint at,
                     double r,
                     const char *letter)
{
  double lower = outline == RAPPORT_OUTLINE_TRIANGLE ? 0.16 * r : 0;
  double size = outline == RAPPORT_OUTLINE_TRIANGLE ? 0.8 * r : 1.02 * r;

  draw_outline (self, item, outline, at, r);
  if (outline == RAPPORT_OUTLINE_TRIANGLE)
    draw_hatched_border (self, item, at, r);
  if (letter != NULL && self->size > 0.3)
    draw_letter (self, item, outline, (RapportPoint){ at.x, at.y + lower }, size, letter);
}

/* --- Structures: a ring cut into the sectors that it spans --- */

/* A place on the outline at @share of its corners, counted from the left. */
static RapportPoint
go_round (const RapportPoint *corners, double share)
{
  double step = fmod (share, 1) * 6;
  guint i = (guint) step % 6;
  double t = step - floor (step);

  return (RapportPoint){ corners[i].x + t * (corners[(i + 1) % 6].x - corners[i].x),
                         corners[i].y + t * (corners[(i + 1) % 6].y - corners[i].y) };
}

static void
add_corners (GArray *points, const RapportPoint *corners, double from, double to)
{
  RapportPoint p = go_round (corners, from);

  g_array_append_val (points, p);
  for (int i = (int) floor (from * 6) + 1; i < to * 6; i++)
    {
      p = corners[i % 6];
      g_array_append_val (points, p);
    }
  p = go_round (corners, to);
  g_array_append_val (points, p);
}

static void
draw_segment (Plan *self, RapportSceneItem *item, const RapportPoint *outer, const RapportPoint *inner, double from,
              double to, RapportOutline sector)
{
  const RapportSectorStyle *style = &self->theme->sectors[sector];
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RapportPoint));
  g_autoptr (GArray) back = g_array_new (FALSE, FALSE, sizeof (RapportPoint));
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  add_corners (points, outer, from, to);
  add_corners (back, inner, from, to);
  for (guint i = back->len; i-- > 0;)
    g_array_append_val (points, g_array_index (back, RapportPoint, i));
  rapport_path_polygon (path, (const RapportPoint *) (gpointer) points->data, points->len);
  shape = rapport_shape_new_path (path);
  shape->fill = style->fill;
  shape->pattern = sector == RAPPORT_OUTLINE_TRIANGLE ? RAPPORT_PATTERN_HATCH : style->pattern;
  shape->pattern_colour = self->theme->ink;
  if (self->theme->scheme == RAPPORT_SCHEME_PRINT)
    {
      shape->stroke = self->theme->ink;
      shape->width = 1;
    }
  rapport_scene_item_take (item, shape);
}

void
_rapport_draw_structure (Plan *self,
                         RapportSceneItem *item,
                         RapportPoint at,
                         double r,
                         const char *spans,
                         const char *letters)
{
  g_auto (GStrv) words = g_strsplit (spans != NULL ? spans : "", " ", -1);
  RapportPoint outer[24], inner[24];
  guint n = g_strv_length (words);
  double k = (r - MIN (STRUCTURE_RING, 0.42 * r)) / r, size;

  draw_outline (self, item, RAPPORT_OUTLINE_HEXAGON, at, r);
  _rapport_outline_corners (RAPPORT_OUTLINE_HEXAGON, at, r, outer);
  for (guint i = 0; i < 6; i++)
    inner[i] = (RapportPoint){ at.x + (outer[i].x - at.x) * (1 - (1 - k) * r / (r + 15) * 1.25),
                               at.y + (outer[i].y - at.y) * k };
  /* The first sector is cut at the left, so that two of them lie over one another. */
  for (guint i = 0; i < n; i++)
    draw_segment (self, item, outer, inner, (double) i / n, (i + 1.0) / n, rapport_outline_for_sector (words[i]));
  _rapport_draw_line (item, _rapport_outline_path (RAPPORT_OUTLINE_HEXAGON, at, r, 0), self->theme->ink,
                      OUTLINE * self->theme->line_scale);
  size = MIN (0.92 * r, 2.35 * r / strlen (letters));
  if (letters != NULL && self->size > 0.3)
    draw_letter (self, item, RAPPORT_OUTLINE_HEXAGON, at, size, letters);
}

/* --- Kinds --- */

/* Head and shoulders. */
static void
draw_person (Plan *self, RapportSceneItem *item, const PlanNode *node)
{
  const RapportSectorStyle *style = &self->theme->sectors[node->outline];
  double r = node->r * 0.92, x = node->at.x, y = node->at.y + (node->outline == RAPPORT_OUTLINE_TRIANGLE ? 3 : 0);
  RapportPath *path = rapport_path_new ();

  if (style->pattern != RAPPORT_PATTERN_NONE)
    {
      RapportPath *clear = rapport_path_new ();

      rapport_path_circle (clear, x, y, r * 0.66);
      _rapport_draw_fill (item, clear, style->fill);
    }
  rapport_path_circle (path, x, y - 0.24 * r, 0.22 * r);
  rapport_path_move_to (path, x - 0.42 * r, y + 0.44 * r);
  rapport_path_curve_to (path, x - 0.42 * r, y - 0.06 * r, x + 0.42 * r, y - 0.06 * r, x + 0.42 * r, y + 0.44 * r);
  rapport_path_close (path);
  _rapport_draw_fill (item, path, style->letter);
}

static void
draw_kind (Plan *self, RapportSceneItem *item, const PlanNode *node)
{
  RapportShape *shape;
  double scale = self->theme->line_scale;

  if (node->group)
    _rapport_draw_line (item, _rapport_outline_path (node->outline, node->at, node->r, 4.5 * self->size),
                        self->theme->ink, 1.8 * scale * MAX (self->size, 0.4));
  if (node->role)
    {
      shape = _rapport_draw_line (item, _rapport_outline_path (node->outline, node->at, node->r, 2.5 * self->size),
                                  self->theme->ink, 3.2 * scale * MAX (self->size, 0.4));
      shape->dash[0] = 0.1;
      shape->dash[1] = 5.2 * MAX (self->size, 0.4);
    }
  if (node->ring == RAPPORT_RING_MISSING)
    {
      shape = _rapport_draw_line (item, _rapport_outline_path (node->outline, node->at, node->r, 5.5),
                                  self->theme->soft, 1.8 * scale);
      shape->dash[0] = 5;
      shape->dash[1] = 4;
      shape->round = FALSE;
    }
}

static void
draw_strike (Plan *self, RapportSceneItem *item, const PlanNode *node)
{
  double r = node->r + 8;
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, node->at.x - r, node->at.y + r * 0.7);
  rapport_path_line_to (path, node->at.x + r, node->at.y - r * 0.7);
  _rapport_draw_line (item, path, self->theme->ink, 3.5);
}

static void
draw_halo (Plan *self, RapportSceneItem *item, const PlanNode *node)
{
  double grow = _rapport_node_margin (node) * self->size;
  RapportShape *shape = rapport_shape_new_path (_rapport_outline_path (node->outline, node->at, node->r, grow));

  shape->fill = self->theme->background;
  shape->stroke = self->theme->background;
  shape->width = HALO * 2 * MAX (self->size, 0.25);
  shape->round = TRUE;
  rapport_scene_item_take (item, shape);
}

void
_rapport_draw_node (Plan *self, RapportSceneItem *item, const PlanNode *node)
{
  const char *spans;

  if (self->size > 0.3)
    draw_halo (self, item, node);
  if (node->outline == RAPPORT_OUTLINE_HEXAGON)
    {
      spans = rapport_stakeholder_get_spans (RAPPORT_STAKEHOLDER (node->element));
      _rapport_draw_structure (self, item, node->at, node->r, spans, node->letter);
    }
  else
    _rapport_draw_glyph (self, item, node->outline, node->at, node->r, node->role ? NULL : node->letter);
  if (node->role && node->outline != RAPPORT_OUTLINE_HEXAGON && self->size > 0.3)
    draw_person (self, item, node);
  draw_kind (self, item, node);
  if (node->gone)
    draw_strike (self, item, node);
}

/* --- Pips --- */

/* Nothing that runs along under the pips may be taken for one of them, or join them. */
static void
draw_plate (Plan *self, RapportSceneItem *item, double x, double y)
{
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, x + 0.5 * PLAN_PIP_PITCH, y);
  rapport_path_line_to (path, x + 4.5 * PLAN_PIP_PITCH, y);
  _rapport_draw_line (item, path, self->theme->background, PLATE);
}

/* Five places from @x on, the first @influence of them full; what was not discussed is a ring with a question mark. */
void
_rapport_draw_pips (Plan *self, RapportSceneItem *item, double x, double y, int influence)
{
  const RapportTheme *theme = self->theme;
  RapportPath *full = rapport_path_new (), *empty = rapport_path_new ();
  RapportShape *shape;

  if (!rapport_level_is_known (influence))
    {
      rapport_path_unref (empty);
      rapport_path_circle (full, x + 2.5 * PLAN_PIP_PITCH, y, 8);
      shape = rapport_shape_new_path (full);
      shape->fill = theme->background;
      shape->stroke = theme->soft;
      shape->width = 1.6;
      rapport_scene_item_take (item, shape);
      shape = _rapport_draw_text (self, item, influence == RAPPORT_LEVEL_DIFFER ? "≠" : "?", x + 2.5 * PLAN_PIP_PITCH,
                                  y + 4.6, 13, 700, RAPPORT_ANCHOR_MIDDLE, theme->soft);
      shape->sign = TRUE;
      return;
    }
  for (int i = 0; i < 5; i++)
    rapport_path_circle (i < influence ? full : empty, x + (i + 0.5) * PLAN_PIP_PITCH, y,
                         i < influence ? PIP_FULL : PIP_EMPTY);
  draw_plate (self, item, x, y);
  shape = rapport_shape_new_path (full);
  shape->fill = theme->ink;
  if (influence > 0)
    rapport_scene_item_take (item, shape);
  else
    rapport_shape_free (shape);
  shape = rapport_shape_new_path (empty);
  shape->fill = theme->background;
  shape->stroke = rapport_colour_with_alpha (theme->ink, PIP_INK);
  shape->width = 1.2 * theme->line_scale;
  if (influence < 5)
    rapport_scene_item_take (item, shape);
  else
    rapport_shape_free (shape);
}

/* Where pips and text of a label begin: flush with the stakeholder they stand beside. */
static double
get_left (const PlanNode *node, double width)
{
  const RapportRect *rect = &node->label;

  switch (node->side)
    {
    case PLAN_SIDE_RIGHT:
    case PLAN_SIDE_BELOW_RIGHT:
    case PLAN_SIDE_ABOVE_RIGHT:
    case PLAN_SIDE_RIGHT_LOW:
    case PLAN_SIDE_RIGHT_HIGH:
      return rect->x;
    case PLAN_SIDE_LEFT:
    case PLAN_SIDE_BELOW_LEFT:
    case PLAN_SIDE_ABOVE_LEFT:
    case PLAN_SIDE_LEFT_LOW:
    case PLAN_SIDE_LEFT_HIGH:
      return rect->x + rect->width - width;
    case PLAN_SIDE_BELOW:
    case PLAN_SIDE_ABOVE:
    case PLAN_N_SIDES:
    default:
      return rect->x + (rect->width - width) / 2;
    }
}

static void
draw_label_pips (Plan *self, RapportSceneItem *item, const PlanNode *node)
{
  double pips = 5 * PLAN_PIP_PITCH, left = get_left (node, node->pips_width);
  double y = node->label.y + PLAN_PIPS_HEIGHT / 2;
  g_autofree char *change = NULL;

  if (node->pips_width <= 0)
    return;
  if (node->pips_width > pips && rapport_level_is_known (node->influence)
      && rapport_level_is_known (node->other_influence))
    {
      RapportShape *text;

      change = g_strdup_printf ("%d→%d", node->influence, node->other_influence);
      text = _rapport_draw_text (self, item, change, left + pips + 6, y + 8, self->theme->label, 700,
                                 RAPPORT_ANCHOR_START, self->theme->ink);
      text->halo = self->theme->background;
      text->halo_width = self->theme->halo;
    }
  _rapport_draw_pips (self, item, left, y, node->shown_influence);
}

/* Returns: (transfer full) */
RapportSceneItem *
_rapport_make_stakeholder (Plan *self, const PlanNode *node)
{
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_STAKEHOLDER, rapport_element_get_id (node->element));

  item->opacity = node->opacity;
  item->name = _rapport_name_stakeholder (self, node);
  _rapport_draw_node (self, item, node);
  draw_label_pips (self, item, node);
  return item;
}

void
_rapport_draw_stakeholders (Plan *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    _rapport_draw_add (self, _rapport_make_stakeholder (self, PLAN_NODE (self, i)));
}

/* --- Names --- */

/* Returns: (transfer full) (nullable): nothing where there is no name, or no room for it */
RapportSceneItem *
_rapport_make_label (Plan *self, const PlanNode *node)
{
  const RapportTheme *theme = self->theme;
  RapportSceneItem *item;
  double y = node->label.y + (node->pips_width > 0 ? PLAN_PIPS_HEIGHT + 2 : 0);
  RapportAnchor anchor = RAPPORT_ANCHOR_MIDDLE;
  double x = node->label.x + node->label.width / 2;

  if (get_left (node, 0) <= node->label.x)
    {
      anchor = RAPPORT_ANCHOR_START;
      x = node->label.x;
    }
  else if (get_left (node, 0) >= node->label.x + node->label.width)
    {
      anchor = RAPPORT_ANCHOR_END;
      x = node->label.x + node->label.width;
    }
  if (node->n_lines == 0 || node->label.width <= 0)
    return NULL;
  item = rapport_scene_item_new (RAPPORT_ITEM_LABEL, rapport_element_get_id (node->element));
  item->opacity = node->opacity;
  for (guint i = 0; i < node->n_lines; i++)
    {
      int weight = i < node->n_first ? 600 : PLAN_SECOND_WEIGHT;
      RapportShape *shape = rapport_shape_new_text (node->lines[i], x,
                                                    y + (i + 0.5) * theme->label_line + 0.36 * theme->label,
                                                    theme->label, weight, anchor, theme->ink);

      shape->text_width = rapport_text_measure_width (self->measure, node->lines[i], theme->label, weight);
      shape->halo = theme->background;
      shape->halo_width = theme->halo;
      rapport_scene_item_take (item, shape);
    }
  return item;
}

void
_rapport_draw_labels (Plan *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    _rapport_draw_add (self, _rapport_make_label (self, PLAN_NODE (self, i)));
}
