/* rapport-draw-badge.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A tension: its number on an outline of its own, how it pulls, how strongly it is felt, and where.
 */
#include "rapport-plan-private.h"

#include <math.h>

#define FELT_STEP 4.6
#define FELT_LINE 2.2
#define PILL_WIDTH 92.0
#define PILL_HEIGHT 30.0
#define DOT 2.8
#define DOT_PITCH 14.0
#define DOT_HERE 8.0
#define LEG 3.0
#define MEMBER 11.0

/* --- Outlines, none of which is a sector's --- */

static void
trace_speech (RapportPath *path, RapportPoint at, double h)
{
  rapport_path_move_to (path, at.x - h, at.y - h * 0.9);
  rapport_path_line_to (path, at.x + h, at.y - h * 0.9);
  rapport_path_line_to (path, at.x + h, at.y + h * 0.62);
  rapport_path_line_to (path, at.x - h * 0.1, at.y + h * 0.62);
  rapport_path_line_to (path, at.x - h * 0.62, at.y + h * 1.15);
  rapport_path_line_to (path, at.x - h * 0.62, at.y + h * 0.62);
  rapport_path_line_to (path, at.x - h, at.y + h * 0.62);
  rapport_path_close (path);
}

/* A weight, as on scales. */
static void
trace_weight (RapportPath *path, RapportPoint at, double h)
{
  rapport_path_move_to (path, at.x - h * 0.66, at.y - h);
  rapport_path_line_to (path, at.x + h * 0.66, at.y - h);
  rapport_path_line_to (path, at.x + h * 1.02, at.y + h);
  rapport_path_line_to (path, at.x - h * 1.02, at.y + h);
  rapport_path_close (path);
}

/* A doorway, its leaf open to the right. */
static void
trace_door (RapportPath *path, RapportPoint at, double h)
{
  rapport_path_move_to (path, at.x - h * 0.8, at.y - h);
  rapport_path_line_to (path, at.x + h * 0.66, at.y - h);
  rapport_path_line_to (path, at.x + h * 1.25, at.y - h * 0.62);
  rapport_path_line_to (path, at.x + h * 1.25, at.y + h * 1.2);
  rapport_path_line_to (path, at.x + h * 0.66, at.y + h);
  rapport_path_line_to (path, at.x - h * 0.8, at.y + h);
  rapport_path_close (path);
}

/* A head over a frame. */
static void
trace_person (RapportPath *path, RapportPoint at, double h)
{
  double k = 0.5523, r = h * 0.46, y = at.y - h * 0.62;

  rapport_path_move_to (path, at.x - h, at.y + h);
  rapport_path_line_to (path, at.x - h, at.y - h * 0.5);
  rapport_path_line_to (path, at.x - r, at.y - h * 0.5);
  rapport_path_line_to (path, at.x - r, y - r * 0.3);
  rapport_path_curve_to (path, at.x - r, y - r * 0.3 - r * k, at.x - r * k, y - r * 1.3, at.x, y - r * 1.3);
  rapport_path_curve_to (path, at.x + r * k, y - r * 1.3, at.x + r, y - r * 0.3 - r * k, at.x + r, y - r * 0.3);
  rapport_path_line_to (path, at.x + r, at.y - h * 0.5);
  rapport_path_line_to (path, at.x + h, at.y - h * 0.5);
  rapport_path_line_to (path, at.x + h, at.y + h);
  rapport_path_close (path);
}

static RapportPath *
make_outline (guint tension, RapportPoint at, double half)
{
  RapportPath *path = rapport_path_new ();

  switch (tension)
    {
    case 1:
      trace_speech (path, at, half);
      break;
    case 2:
      trace_weight (path, at, half);
      break;
    case 3:
      trace_door (path, at, half);
      break;
    default:
      trace_person (path, at, half);
      break;
    }
  return path;
}

/* @felt: 1 to 3: so many outlines; 0 is not said. @size: height without those */
void
_rapport_draw_badge (Plan *self, RapportSceneItem *item, guint tension, RapportPoint at, double size, int felt)
{
  const RapportTheme *theme = self->theme;
  g_autofree char *number = g_strdup_printf ("%u", tension);
  double half = size / 2, digit = 0.72 * size, sink = tension == 4 ? 0.14 * size : tension == 1 ? -0.06 * size : 0;
  int extra = MAX (felt, 1) - 1;
  RapportShape *shape;

  shape = _rapport_draw_line (item, make_outline (tension, at, half), theme->background,
                              2 * (extra * FELT_STEP + FELT_LINE) + 5);
  shape->fill = theme->background;
  /* Every further outline is a wider stroke beneath, so that all corners stay parallel. */
  for (int i = extra; i > 0; i--)
    {
      _rapport_draw_line (item, make_outline (tension, at, half), theme->ink, 2 * (i * FELT_STEP + FELT_LINE / 2));
      _rapport_draw_line (item, make_outline (tension, at, half), theme->background,
                          2 * (i * FELT_STEP - FELT_LINE / 2));
    }
  shape = _rapport_draw_line (item, make_outline (tension, at, half), theme->ink, 2);
  shape->fill = theme->ink;
  shape = _rapport_draw_text (self, item, number, at.x, at.y + sink + 0.36 * digit, digit, 700, RAPPORT_ANCHOR_MIDDLE,
                              theme->reversed);
  shape->sign = TRUE;
}

/* Five places from one pole to the other; the large dot is where it lies. @at: the middle */
void
_rapport_draw_slider (Plan *self, RapportSceneItem *item, RapportPoint at, int position)
{
  const RapportTheme *theme = self->theme;
  RapportRect pill = { at.x - PILL_WIDTH / 2, at.y - PILL_HEIGHT / 2, PILL_WIDTH, PILL_HEIGHT };
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_rect (path, &pill, PILL_HEIGHT / 2);
  shape = rapport_shape_new_path (path);
  shape->fill = theme->background;
  shape->stroke = theme->ink;
  shape->width = 2;
  rapport_scene_item_take (item, shape);
  path = rapport_path_new ();
  for (int i = -2; i <= 2; i++)
    rapport_path_circle (path, at.x + i * DOT_PITCH, at.y, i == position ? DOT_HERE : DOT);
  _rapport_draw_fill (item, path, theme->ink);
}

/* --- On the map --- */

/* The pull: under the badge, or before it where it stands beside the heading. */
static void
draw_word (Plan *self, RapportSceneItem *item, const PlanMark *mark, double reach)
{
  double x = mark->at.x - mark->size / 2;
  double y = mark->at.y + mark->size / 2 + (MAX (mark->felt, 1) - 1) * FELT_STEP + 24;
  RapportShape *shape;

  if (mark->on_map)
    {
      x = mark->box.x;
      y = mark->at.y + 8;
    }
  else if (mark->slider && mark->slider_left)
    x = mark->at.x - reach - PILL_WIDTH / 2;
  shape = _rapport_draw_text (self, item, mark->word, x, y, 22, 600, RAPPORT_ANCHOR_START, self->theme->ink);
  shape->halo = self->theme->background;
  shape->halo_width = self->theme->halo;
}

/* Returns: (transfer full) */
RapportSceneItem *
_rapport_make_badge (Plan *self, const PlanMark *mark)
{
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_BADGE, rapport_element_get_id (mark->element));
  double side = mark->slider_left ? -1 : 1, reach = mark->size / 2 + PILL_WIDTH / 2 - 2;

  item->name = _rapport_name_mark (self, mark);
  if (mark->felt > 1)
    reach += (mark->felt - 1) * FELT_STEP;
  if (mark->slider)
    _rapport_draw_slider (self, item, (RapportPoint){ mark->at.x + side * reach, mark->at.y }, mark->position);
  _rapport_draw_badge (self, item, mark->tension, mark->at, mark->size, mark->felt);
  if (mark->word != NULL)
    draw_word (self, item, mark, reach);
  return item;
}

void
_rapport_draw_badges (Plan *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    _rapport_draw_add (self, _rapport_make_badge (self, PLAN_MARK (self, i)));
}

/* --- Regions: legs to the members; what lies between them is not meant --- */

static void
dash (RapportShape *shape)
{
  shape->dash[0] = 12;
  shape->dash[1] = 6;
  shape->round = FALSE;
}

static void
draw_leg (Plan *self, RapportSceneItem *item, RapportPoint from, RapportPoint to)
{
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, from.x, from.y);
  rapport_path_line_to (path, to.x, to.y);
  dash (_rapport_draw_line (item, path, self->theme->ink, LEG));
}

static void
draw_member (Plan *self, RapportSceneItem *item, const PlanMark *mark, const PlanNode *node)
{
  double dx = mark->at.x - node->at.x, dy = mark->at.y - node->at.y, length = MAX (hypot (dx, dy), 1e-6);
  RapportPoint border = _rapport_outline_border (node->outline, node->at, node->r, dx / length, dy / length);

  dash (_rapport_draw_line (item, _rapport_outline_path (node->outline, node->at, node->r, MEMBER),
                            self->theme->ink, LEG));
  border.x += MEMBER * dx / length;
  border.y += MEMBER * dy / length;
  draw_leg (self, item, border, mark->at);
}

static void
draw_legs (Plan *self, RapportSceneItem *item, const PlanMark *mark)
{
  for (guint i = 0; i < mark->nodes->len; i++)
    draw_member (self, item, mark, PLAN_NODE (self, g_array_index (mark->nodes, guint, i)));
  for (guint i = 0; i < mark->links->len; i++)
    {
      const PlanLink *link = PLAN_LINK (self, g_array_index (mark->links, guint, i));

      draw_leg (self, item, rapport_curve_at (&link->way, 0.5), mark->at);
    }
}

/* From a badge that found no place beside its stakeholder. */
static void
draw_tie (Plan *self, RapportSceneItem *item, const PlanMark *mark)
{
  const PlanNode *node = PLAN_NODE (self, g_array_index (mark->nodes, guint, 0));
  double dx = mark->at.x - node->at.x, dy = mark->at.y - node->at.y, length = MAX (hypot (dx, dy), 1e-6);
  RapportPoint border = _rapport_outline_border (node->outline, node->at, node->r, dx / length, dy / length);
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, border.x + 5 * dx / length, border.y + 5 * dy / length);
  rapport_path_line_to (path, mark->at.x, mark->at.y);
  _rapport_draw_line (item, path, self->theme->ink, LEG);
}

/* Returns: (transfer full) (nullable) */
RapportSceneItem *
_rapport_make_legs (Plan *self, const PlanMark *mark)
{
  RapportSceneItem *item;

  if (!mark->several && !mark->tied)
    return NULL;
  item = rapport_scene_item_new (RAPPORT_ITEM_REGION, rapport_element_get_id (mark->element));
  if (mark->several)
    draw_legs (self, item, mark);
  else
    draw_tie (self, item, mark);
  return item;
}

void
_rapport_draw_legs (Plan *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    _rapport_draw_add (self, _rapport_make_legs (self, PLAN_MARK (self, i)));
}
