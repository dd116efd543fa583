/* rapport-draw-link.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A link. The end of a link belongs to the one it touches: its width is what they can decide, its arrowhead is what
 * they get.
 */
#include "rapport-plan-private.h"

#include <math.h>

#define PLAIN 2.2
#define LINE 2.4
#define LINE_OVER_POWER 2.0
#define QUIET 1.6
#define QUIET_INK 0.28
#define DOTTED 3.0
#define RING_LINE 2.8
#define HOLLOW_LINE 2.2
#define HEAD_HALO 2.0
#define DOUBLE 4.0

static const double heads[] = { 0, 12, 18, 26 };
static const double heads_over_power[] = { 0, 11, 16, 22 };
/* Smaller than this share, gifts could not be told apart. */
#define SMALLEST 0.62
/* What is drawn at one end: that of the one who gets. */
typedef enum
{
  END_HEAD,
  END_HOLLOW,
  END_NOTHING,   /* comes back */
  END_NOT_DISCUSSED,
  END_DIFFER,
} End;

static End
get_end (const PlanLink *link, guint end)
{
  int gift = link->shown.gives[!end];

  if (gift == RAPPORT_LEVEL_DIFFER)
    return END_DIFFER;
  if (!rapport_level_is_known (gift))
    return END_NOT_DISCUSSED;
  if (gift == 0)
    return END_NOTHING;
  return link->shown.tangible[!end] ? END_HEAD : END_HOLLOW;
}

static RapportColour
get_ink (Plan *self, double share)
{
  return rapport_colour_with_alpha (self->theme->ink, share);
}

static void
draw_piece (Plan *self, RapportSceneItem *item, const RapportCurve *way, double from, double to, End end,
            double width)
{
  RapportCurve piece = rapport_curve_part (way, from, to);
  RapportPath *path = rapport_path_new ();
  double scale = self->theme->line_scale;
  RapportShape *shape;

  rapport_curve_trace (&piece, path);
  shape = _rapport_draw_line (item, path, get_ink (self, self->theme->line_ink), width * scale);
  shape->round = FALSE;
  if (end == END_NOTHING)
    {
      shape->width = DOTTED * scale;
      shape->round = TRUE;
      shape->dash[0] = 0.1;
      shape->dash[1] = 7;
    }
  else if (end == END_NOT_DISCUSSED || end == END_DIFFER)
    {
      shape->width = 2 * scale;
      shape->stroke = self->theme->soft;
      shape->dash[0] = 7;
      shape->dash[1] = 5;
    }
}

static void
draw_head (Plan *self, RapportSceneItem *item, const RapportCurve *way, double length, gboolean hollow)
{
  double base = rapport_curve_find (way, length);
  RapportPoint tip = way->a, foot = rapport_curve_at (way, base);
  double dx = foot.x - tip.x, dy = foot.y - tip.y, reach = MAX (hypot (dx, dy), 1e-6);
  RapportPoint corners[3] = { tip,
                              { foot.x - dy / reach * length / 2, foot.y + dx / reach * length / 2 },
                              { foot.x + dy / reach * length / 2, foot.y - dx / reach * length / 2 } };
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_polygon (path, corners, 3);
  shape = _rapport_draw_line (item, path, self->theme->background, 2 * HEAD_HALO + (hollow ? HOLLOW_LINE : 0));
  shape->fill = self->theme->background;
  path = rapport_path_new ();
  rapport_path_polygon (path, corners, 3);
  shape = rapport_shape_new_path (path);
  shape->fill = hollow ? self->theme->background : get_ink (self, self->theme->head_ink);
  if (hollow)
    {
      shape->stroke = get_ink (self, self->theme->head_ink);
      shape->width = HOLLOW_LINE * self->theme->line_scale;
      shape->round = TRUE;
    }
  rapport_scene_item_take (item, shape);
}

static void
draw_ring (Plan *self, RapportSceneItem *item, const RapportCurve *way)
{
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_circle (path, way->a.x, way->a.y, PLAN_RING);
  shape = rapport_shape_new_path (path);
  shape->fill = self->theme->background;
  shape->stroke = get_ink (self, self->theme->head_ink);
  shape->width = RING_LINE * self->theme->line_scale;
  rapport_scene_item_take (item, shape);
}

/* A sign in a gap of the line: what was not discussed, or on what views differ. */
static void
draw_sign (Plan *self, RapportSceneItem *item, const RapportCurve *way, double distance, const char *sign)
{
  RapportPoint at = rapport_curve_at (way, MIN (0.5, rapport_curve_find (way, distance)));
  RapportPath *path = rapport_path_new ();

  rapport_path_circle (path, at.x, at.y, 11);
  _rapport_draw_fill (item, path, self->theme->background);
  _rapport_draw_text (self, item, sign, at.x, at.y + 8, 22, 700, RAPPORT_ANCHOR_MIDDLE, self->theme->soft);
}

/* How much of the way the head or ring at its start covers. */
static double
get_inset (const PlanLink *link, guint end, const double *sizes)
{
  switch (get_end (link, end))
    {
    case END_HEAD:
    case END_HOLLOW:
      return sizes[CLAMP (link->shown.gives[!end], 0, 3)] - 1;
    case END_NOTHING:
      return PLAN_RING + 2;
    case END_NOT_DISCUSSED:
    case END_DIFFER:
    default:
      return 0;
    }
}

static void
draw_end (Plan *self, RapportSceneItem *item, const PlanLink *link, guint end, const RapportCurve *way,
          const double *sizes)
{
  switch (get_end (link, end))
    {
    case END_HEAD:
    case END_HOLLOW:
      draw_head (self, item, way, sizes[CLAMP (link->shown.gives[!end], 0, 3)], get_end (link, end) == END_HOLLOW);
      break;
    case END_NOTHING:
      draw_ring (self, item, way);
      break;
    case END_NOT_DISCUSSED:
      if (get_end (link, !end) != END_NOT_DISCUSSED)
        draw_sign (self, item, way, 34, "?");
      break;
    case END_DIFFER:
      draw_sign (self, item, way, 34, "≠");
      break;
    default:
      break;
    }
}

static gboolean
is_solid (End end)
{
  return end == END_HEAD || end == END_HOLLOW;
}

/* The line and its ends, by what is given. @size: of the heads: 1, or less where there is no room. */
void
_rapport_draw_gives (Plan *self, RapportSceneItem *item, const PlanLink *link, double size)
{
  gboolean power = (self->show & RAPPORT_SHOW_POWER) != 0;
  double sizes[4];
  double width = power ? LINE_OVER_POWER : LINE;
  RapportCurve back = rapport_curve_reversed (&link->way);
  End a = get_end (link, 0), b = get_end (link, 1);
  double from, to;

  for (guint i = 0; i < 4; i++)
    sizes[i] = (power ? heads_over_power : heads)[i] * size;
  from = rapport_curve_find (&link->way, get_inset (link, 0, sizes));
  to = 1 - rapport_curve_find (&back, get_inset (link, 1, sizes));

  if (is_solid (a) == is_solid (b) && (is_solid (a) || a == b))
    draw_piece (self, item, &link->way, from, MAX (to, from), a, width);
  else
    {
      draw_piece (self, item, &link->way, MIN (from, 0.5), 0.5, a, width);
      draw_piece (self, item, &link->way, 0.5, MAX (to, 0.5), b, width);
    }
  draw_end (self, item, link, 0, &link->way, sizes);
  draw_end (self, item, link, 1, &back, sizes);
  if (a == END_NOT_DISCUSSED && b == END_NOT_DISCUSSED)
    draw_sign (self, item, &link->way, 1e6, "?");
}

/* --- Power --- */

static gboolean
is_power_open (const PlanLink *link, guint end)
{
  return !rapport_level_is_known (link->shown.power[end]);
}

static void
draw_open_power (Plan *self, RapportSceneItem *item, const PlanLink *link)
{
  RapportCurve back = rapport_curve_reversed (&link->way);

  if (is_power_open (link, 0) && is_power_open (link, 1))
    {
      draw_piece (self, item, &link->way, 0, 1, END_NOT_DISCUSSED, 2);
      draw_sign (self, item, &link->way, 1e6, link->shown.power[0] == RAPPORT_LEVEL_DIFFER ? "≠" : "?");
      return;
    }
  for (guint end = 0; end < 2; end++)
    {
      const RapportCurve *way = end == 0 ? &link->way : &back;

      if (!is_power_open (link, end))
        continue;
      draw_piece (self, item, way, 0, 0.5, END_NOT_DISCUSSED, 2);
      draw_sign (self, item, way, 34, link->shown.power[end] == RAPPORT_LEVEL_DIFFER ? "≠" : "?");
    }
}

static gboolean
shows_gives (Plan *self, const PlanLink *link)
{
  return (self->show & RAPPORT_SHOW_GIVES) || link->marked;
}

/* Returns: (transfer full) (nullable) */
RapportSceneItem *
_rapport_make_power (Plan *self, const PlanLink *link)
{
  RapportSceneItem *item;
  gboolean under = (self->show & RAPPORT_SHOW_GIVES) != 0;

  if (!(self->show & RAPPORT_SHOW_POWER) || link->quiet
      || (under && is_power_open (link, 0) && is_power_open (link, 1)))
    return NULL;
  item = rapport_scene_item_new (RAPPORT_ITEM_POWER, rapport_element_get_id (link->element));
  item->opacity = link->opacity;
  if (!is_power_open (link, 0) || !is_power_open (link, 1))
    _rapport_draw_band (self, item, link, under ? self->theme->power_under : self->theme->power_ink);
  if (!under)
    draw_open_power (self, item, link);
  return item;
}

void
_rapport_draw_powers (Plan *self)
{
  for (guint i = 0; i < self->links->len; i++)
    _rapport_draw_add (self, _rapport_make_power (self, PLAN_LINK (self, i)));
}

/* --- Lines --- */

static void
draw_plain (Plan *self, RapportSceneItem *item, const PlanLink *link)
{
  RapportPath *path = rapport_path_new ();
  double width = link->quiet ? QUIET * MAX (self->size, 0.3) : PLAIN;

  rapport_curve_trace (&link->way, path);
  _rapport_draw_line (item, path, get_ink (self, link->quiet ? QUIET_INK : self->theme->plain_ink),
                      width * self->theme->line_scale);
}

/* New links are double. */
static void
draw_double (Plan *self, RapportSceneItem *item, const PlanLink *link)
{
  for (int side = -1; side <= 1; side += 2)
    {
      RapportCurve way = rapport_curve_part (&link->way, 0.08, 0.92);
      double dx = way.b.x - way.a.x, dy = way.b.y - way.a.y, length = MAX (hypot (dx, dy), 1e-6);
      double x = -side * dy / length * DOUBLE, y = side * dx / length * DOUBLE;
      RapportPath *path = rapport_path_new ();

      way = (RapportCurve){ { way.a.x + x, way.a.y + y }, { way.c.x + x, way.c.y + y }, { way.b.x + x, way.b.y + y } };
      rapport_curve_trace (&way, path);
      _rapport_draw_line (item, path, get_ink (self, self->theme->line_ink), 1.6 * self->theme->line_scale);
    }
}

static void
draw_gone (Plan *self, RapportSceneItem *item, const PlanLink *link)
{
  RapportPoint at = rapport_curve_at (&link->way, 0.5), way = rapport_curve_direction (&link->way, 0.5);
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, at.x - 9 * way.x - 9 * way.y, at.y - 9 * way.y + 9 * way.x);
  rapport_path_line_to (path, at.x + 9 * way.x + 9 * way.y, at.y + 9 * way.y - 9 * way.x);
  _rapport_draw_line (item, path, self->theme->ink, 3);
}

/* Returns: (transfer full) (nullable): nothing where the band is all that there is */
RapportSceneItem *
_rapport_make_link (Plan *self, const PlanLink *link)
{
  RapportSceneItem *item = rapport_scene_item_new (RAPPORT_ITEM_LINK, rapport_element_get_id (link->element));

  item->opacity = link->opacity;
  item->name = _rapport_name_link (self, link);
  if (link->added)
    draw_double (self, item, link);
  if (link->quiet || (self->comparing && !link->changed) || !shows_gives (self, link)
      || (link->opacity < 1 && !link->gone))
    {
      /* The band is its own line. */
      if (!(self->show & RAPPORT_SHOW_POWER) || link->quiet)
        draw_plain (self, item, link);
    }
  else
    _rapport_draw_gives (self, item, link, CLAMP (self->size, SMALLEST, 1));
  if (link->gone)
    draw_gone (self, item, link);
  if (item->shapes->len > 0)
    return item;
  rapport_scene_item_unref (item);
  return NULL;
}

/* Those out of focus lie under the others. */
void
_rapport_draw_links (Plan *self)
{
  for (guint loud = 0; loud < 2; loud++)
    for (guint i = 0; i < self->links->len; i++)
      {
        const PlanLink *link = PLAN_LINK (self, i);

        if ((!link->quiet && link->opacity >= 1) == loud)
          _rapport_draw_add (self, _rapport_make_link (self, link));
      }
}
