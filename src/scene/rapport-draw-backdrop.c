/* rapport-draw-backdrop.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wheel: wedges, rings and what they are called.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rapport-sector.h"

/* Degrees between the points of a curved border. */
#define STEP 3.0
#define RIM 2.0
#define MIDDLE 1.6
#define RING 1.6
#define NAME_GLYPH 13.0
/* On a wheel smaller than this a sector without room for its name goes without: its outline tells it. */
#define CRAMPED 0.75
/* The name of a sector is this far from stakeholders, where it can be. */
#define NEAR 44.0
/* Between two names. */
#define APART 7.0
#define COST_CLOSE 40.0
#define NO_ROOM 1000.0
#define CORNER_OUT 30.0
#define OUTSIDE 10.0
#define COST_NEAR 18.0
#define COST_ASTRAY 40.0

static RapportPoint
get_point (Plan *self, double angle, double share)
{
  double distance = share * rapport_wheel_rim (angle);

  return _rapport_plan_from_wheel (self, distance * sin (angle * G_PI / 180), -distance * cos (angle * G_PI / 180));
}

static void
trace_arc (Plan *self, RapportPath *path, double from, double to, double share)
{
  guint n = (guint) MAX (2, ceil ((to - from) / STEP));

  for (guint i = 0; i <= n; i++)
    {
      RapportPoint p = get_point (self, from + (to - from) * i / n, share);

      if (i == 0)
        rapport_path_move_to (path, p.x, p.y);
      else
        rapport_path_line_to (path, p.x, p.y);
    }
}

static void
draw_wedge (Plan *self, RapportSceneItem *item, const RapportWedge *wedge)
{
  RapportColour tint = self->theme->sectors[rapport_outline_for_sector (wedge->sector)].tint;
  RapportPath *path;

  if ((tint & 0xFF) == 0)
    return;
  path = rapport_path_new ();
  trace_arc (self, path, wedge->start, wedge->start + wedge->extent, 1);
  rapport_path_line_to (path, self->centre.x, self->centre.y);
  rapport_path_close (path);
  _rapport_draw_fill (item, path, rapport_colour_over (tint, self->theme->background));
}

static void
draw_border (Plan *self, RapportSceneItem *item, const RapportWedge *wedge)
{
  RapportPoint inner = get_point (self, wedge->start, rapport_ring_outer (RAPPORT_RING_MIDDLE));
  RapportPoint outer = get_point (self, wedge->start, 1);
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, inner.x, inner.y);
  rapport_path_line_to (path, outer.x, outer.y);
  _rapport_draw_line (item, path, self->theme->rim, MIDDLE);
}

static RapportPath *
make_ring (Plan *self, double share)
{
  RapportPath *path = rapport_path_new ();

  trace_arc (self, path, -180, 180, share);
  rapport_path_close (path);
  return path;
}

static void
draw_rings (Plan *self, RapportSceneItem *item)
{
  for (guint ring = RAPPORT_RING_CORE; ring < RAPPORT_RING_EDGE; ring++)
    {
      RapportShape *shape = _rapport_draw_line (item, make_ring (self, rapport_ring_outer ((RapportRing) ring)),
                                                self->theme->rim, RING);

      shape->dash[0] = 2;
      shape->dash[1] = 6;
      shape->round = FALSE;
    }
  _rapport_draw_line (item, make_ring (self, 1), self->theme->rim, RIM);
}

static void
draw_middle (Plan *self, RapportSceneItem *item)
{
  RapportShape *shape
      = rapport_shape_new_path (make_ring (self, rapport_ring_outer (RAPPORT_RING_MIDDLE)));

  shape->fill = self->theme->middle;
  shape->stroke = self->theme->rim;
  shape->width = MIDDLE;
  rapport_scene_item_take (item, shape);
}

/* --- What the rings are called: along the border of a wedge that has room for it --- */

static gboolean
is_free (Plan *self, const RapportRect *rect)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapportRect box = rapport_rect_grown (PLAN_NODE (self, i)->box, 4);

      if (rapport_rect_touches (&box, rect) || rapport_rect_touches (&PLAN_NODE (self, i)->label, rect))
        return FALSE;
    }
  for (guint i = 0; i < self->taken->len; i++)
    if (rapport_rect_touches (&g_array_index (self->taken, RapportRect, i), rect))
      return FALSE;
  return TRUE;
}

static double
judge_place (Plan *self, const RapportRect *rect)
{
  const RapportRect wide = rapport_rect_grown (*rect, APART);
  double cost = !is_free (self, rect) ? NO_ROOM : !is_free (self, &wide) ? COST_CLOSE : 0;

  for (guint i = 0; i < self->links->len && self->links->len <= PLAN_MANY_LINKS; i++)
    {
      RapportPoint points[RAPPORT_CURVE_STEPS + 1];

      rapport_curve_sample (&PLAN_LINK (self, i)->way, points);
      for (guint j = 0; j < RAPPORT_CURVE_STEPS; j++)
        if (rapport_segment_meets (points[j], points[j + 1], rect))
          {
            cost += 12;
            break;
          }
    }
  return cost;
}

typedef struct
{
  RapportRing ring;
  const char *text;
  RapportRect rect;
} RingName;

#define N_RING_NAMES 3
/* A name that links run behind is drawn all the same where no border is better; one on the border itself is not. */
#define COST_OTHER_BORDER 5.0
#define COST_OTHER_SIDE 2.0
#define COST_STEEP 15.0
#define BESIDE_BORDER 9.0

static gboolean
is_steep (Plan *self, double angle)
{
  const RapportPoint outer = get_point (self, angle, 1);

  return fabs (outer.y - self->centre.y) > fabs (outer.x - self->centre.x);
}

/* Just within the ring, on one side of the border of a wedge. */
static RapportRect
get_ring_rect (Plan *self, const RingName *name, double angle, gboolean otherwise)
{
  const double size = self->theme->ring_name;
  const double width = rapport_text_measure_width (self->measure, name->text, size, 500);
  const RapportPoint outer = get_point (self, angle, rapport_ring_outer (name->ring));
  const gboolean steep = is_steep (self, angle);
  const gboolean left = steep ? otherwise : outer.x > self->centre.x;
  const gboolean above = steep ? outer.y > self->centre.y : !otherwise;

  return (RapportRect){ outer.x + (left ? -BESIDE_BORDER - width : BESIDE_BORDER),
                        outer.y + (above ? -BESIDE_BORDER - 0.8 * size : BESIDE_BORDER), width, size };
}

static double
judge_ring_name (Plan *self, const RapportRect *rect, double angle)
{
  const RapportPoint inner = get_point (self, angle, rapport_ring_outer (RAPPORT_RING_MIDDLE));
  double cost = judge_place (self, rect);

  if (rapport_segment_meets (inner, get_point (self, angle, 1), rect))
    cost += NO_ROOM;
  return MIN (cost, NO_ROOM);
}

static double
judge_border (Plan *self, RingName *names, double angle, gboolean otherwise)
{
  double cost = 0;

  for (guint i = 0; i < N_RING_NAMES; i++)
    {
      names[i].rect = get_ring_rect (self, &names[i], angle, otherwise);
      cost += judge_ring_name (self, &names[i].rect, angle);
    }
  return cost;
}

/* All of them along one border, that of the first wedge where others are no better. */
static double
find_border (Plan *self, RingName *names, gboolean *otherwise)
{
  double best = G_MAXDOUBLE;
  double angle = 0;

  for (guint i = 0; i < rapport_wheel_get_n_wedges (self->wheel); i++)
    for (guint side = 0; side < 2; side++)
      {
        double start = rapport_wheel_get_wedge (self->wheel, i)->start;
        double cost = judge_border (self, names, start, side == 1) + (i > 0 ? COST_OTHER_BORDER : 0)
                      + side * COST_OTHER_SIDE + (is_steep (self, start) ? COST_STEEP : 0);

        if (cost >= best)
          continue;
        best = cost;
        angle = start;
        *otherwise = side == 1;
      }
  return angle;
}

/* Not where there is no room at all. */
static void
draw_ring_name (Plan *self, RapportSceneItem *item, const RingName *name, double angle)
{
  const double size = self->theme->ring_name;

  if (judge_ring_name (self, &name->rect, angle) >= NO_ROOM)
    return;
  _rapport_draw_text (self, item, name->text, name->rect.x, name->rect.y + 0.8 * size, size, 500, RAPPORT_ANCHOR_START,
                      self->theme->soft);
  g_array_append_val (self->taken, name->rect);
}

static void
draw_ring_names (Plan *self, RapportSceneItem *item)
{
  RingName names[N_RING_NAMES] = { { RAPPORT_RING_EDGE, _("In touch") },
                                   { RAPPORT_RING_INVOLVED, _("Involved") },
                                   { RAPPORT_RING_CORE, _("Core") } };
  gboolean otherwise = FALSE;
  double angle;

  if (self->scale < 0.6)
    return;
  angle = find_border (self, names, &otherwise);
  judge_border (self, names, angle, otherwise);
  for (guint i = 0; i < N_RING_NAMES; i++)
    draw_ring_name (self, item, &names[i], angle);
}

static char *
name_wheel (Plan *self)
{
  g_autoptr (GString) name = g_string_new (_("Wheel of sectors"));

  for (guint i = 0; i < rapport_wheel_get_n_wedges (self->wheel); i++)
    {
      g_autofree char *sector = _rapport_plan_sector_name (self, rapport_wheel_get_wedge (self->wheel, i)->sector);

      g_string_append_printf (name, "%s %s", i == 0 ? ":" : ",", sector != NULL ? sector : _("Public and communities"));
    }
  return g_strdup (name->str);
}

/* --- What the sectors are called --- */

typedef struct
{
  const char *text;
  RapportRect rect;
  char **lines; /* owned */
  guint n_lines;
  double width;
} Caption;

/* The corner of the page that the wedge looks to, or -1: up left, up right, down right, down left. */
static int
find_corner (const RapportWedge *wedge)
{
  static const double corners[] = { -58.4, 58.4, 121.6, 238.4 };

  for (int i = 0; i < (int) G_N_ELEMENTS (corners); i++)
    for (double turn = -360; turn <= 360; turn += 360)
      if (corners[i] + turn >= wedge->start && corners[i] + turn < wedge->start + wedge->extent)
        return i;
  return -1;
}

/* What stands close by: beside a stakeholder the name of a sector would be taken for one of another. */
static double
judge_nearness (Plan *self, const RapportRect *rect)
{
  double cost = 0;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapportRect near = rapport_rect_grown (PLAN_NODE (self, i)->box, NEAR);
      RapportRect name = rapport_rect_grown (PLAN_NODE (self, i)->label, NEAR / 2);

      cost += rapport_rect_touches (&near, rect) ? COST_NEAR : 0;
      cost += rapport_rect_touches (&name, rect) ? COST_NEAR : 0;
    }
  return cost;
}

/* A name that reaches into the next sector is read as that one's. */
static gboolean
leaves_wedge (Plan *self, const RapportWedge *wedge, const RapportRect *rect)
{
  for (guint i = 0; i < 4; i++)
    {
      double x = rect->x + (i & 1 ? rect->width : 0) - self->centre.x;
      double y = (rect->y + (i & 2 ? rect->height : 0) - self->centre.y) / self->tallness;
      double turn = fmod (atan2 (x, -y) * 180 / G_PI - wedge->start + 720, 360);

      if (turn > wedge->extent)
        return TRUE;
    }
  return FALSE;
}

static void
try_caption (Plan *self, Caption *caption, RapportRect rect, double cost, double *best)
{
  cost += judge_place (self, &rect) + judge_nearness (self, &rect);
  if (cost >= *best)
    return;
  *best = cost;
  caption->rect = rect;
}

/* Outside of the rim, as the corners are, where the page is higher than the wheel. */
static void
try_outside (Plan *self, double angle, double cost, Caption *caption, double *best)
{
  RapportPoint p = get_point (self, angle, 1);
  RapportRect rect = caption->rect;

  rect.x = p.x - rect.width / 2;
  rect.y = p.y > self->centre.y ? p.y + OUTSIDE : p.y - OUTSIDE - rect.height;
  if (rect.y >= self->area.y && rect.y + rect.height <= self->area.y + self->area.height && rect.x >= self->area.x
      && rect.x + rect.width <= self->area.x + self->area.width)
    try_caption (self, caption, rect, cost, best);
}

/* On the rim, where the fewest things are. Returns: whether there is room at all */
static gboolean
place_on_rim (Plan *self, const RapportWedge *wedge, Caption *caption)
{
  double best = G_MAXDOUBLE;

  for (guint i = 1; i < 24; i++)
    {
      double angle = wedge->start + wedge->extent * i / 24, aside = fabs (i - 12.0) * 0.5;

      try_outside (self, angle, aside, caption, &best);
      for (guint j = 0; j < 12; j++)
        {
          RapportPoint p = get_point (self, angle, 0.965 - 0.05 * j);
          RapportRect rect = caption->rect;

          rect.x = p.x < self->centre.x ? p.x : p.x - rect.width;
          rect.y = p.y - rect.height * (p.y < self->centre.y ? 0 : 1);
          if (fabs (p.x - self->centre.x) > 0.5 * RAPPORT_WHEEL_HALF_WIDTH * self->scale)
            rect.y = p.y - rect.height / 2;
          try_caption (self, caption, rect, aside + 2 * j + (leaves_wedge (self, wedge, &rect) ? COST_ASTRAY : 0),
                       &best);
        }
    }
  return best < NO_ROOM;
}

static void
place_in_corner (Plan *self, int corner, Caption *caption)
{
  double width = RAPPORT_WHEEL_HALF_WIDTH * self->scale, height = RAPPORT_WHEEL_HALF_HEIGHT * self->scale * self->tallness;
  gboolean right = corner == 1 || corner == 2, low = corner >= 2;
  /* A page higher than the wheel has room beyond it. */
  double out = CLAMP (self->area.height / 2 - height, 0, CORNER_OUT);

  if (self->has_missing)
    {
      width *= 1.12;
      height *= 1.12;
    }
  caption->rect.x = right ? self->centre.x + width - caption->rect.width : self->centre.x - width;
  caption->rect.y = low ? self->centre.y + height + out - caption->rect.height + 6
                               : self->centre.y - height - out - 12;
}

static const char *
get_letter (Plan *self, const char *sector)
{
  RapportElement *element = rapport_map_lookup (self->map, sector);
  const char *letter = NULL;

  if (element != NULL && RAPPORT_IS_SECTOR (element))
    letter = rapport_sector_get_letter (RAPPORT_SECTOR (element));
  if (letter == NULL)
    letter = rapport_sector_built_in_letter (sector);
  return letter != NULL ? letter : "+";
}

static void
draw_caption (Plan *self, RapportSceneItem *item, const char *sector, const Caption *caption)
{
  const RapportTheme *theme = self->theme;
  double size = theme->sector_name, line = size * 1.15, keep = self->size;
  RapportPoint at = { caption->rect.x + NAME_GLYPH + 2, caption->rect.y + line / 2 };

  self->size = 1;
  _rapport_draw_glyph (self, item, rapport_outline_for_sector (sector), at, NAME_GLYPH, get_letter (self, sector));
  self->size = keep;
  for (guint i = 0; i < caption->n_lines; i++)
    {
      RapportShape *shape = _rapport_draw_text (self, item, caption->lines[i], caption->rect.x + 2 * NAME_GLYPH + 12,
                                                at.y + i * line + 0.36 * size, size, 700, RAPPORT_ANCHOR_START,
                                                theme->ink);

      shape->halo = theme->background;
      shape->halo_width = theme->halo;
    }
}

static void
measure_caption (Plan *self, Caption *caption, double widest)
{
  double size = self->theme->sector_name;

  caption->lines = rapport_text_measure_break (self->measure, caption->text, size, 700, widest,
                                              rapport_lens_get_names (self->lens) == RAPPORT_NAMES_BOTH ? 4 : 2);
  for (char **line = caption->lines; *line != NULL; line++, caption->n_lines++)
    caption->width = MAX (caption->width, rapport_text_measure_width (self->measure, *line, size, 700));
  caption->rect.width = caption->width + 2 * NAME_GLYPH + 12;
  caption->rect.height = caption->n_lines * size * 1.15;
}

/* The corners first: they are outside of everything. */
static void
draw_names_at (Plan *self, RapportSceneItem *item, gboolean corners)
{
  for (guint i = 0; i < rapport_wheel_get_n_wedges (self->wheel); i++)
    {
      const RapportWedge *wedge = rapport_wheel_get_wedge (self->wheel, i);
      int corner = find_corner (wedge);
      g_autofree char *name = _rapport_plan_sector_name (self, wedge->sector);
      Caption caption = { .text = name != NULL ? name : _("Public and communities") };

      if ((corner >= 0) != corners)
        continue;
      measure_caption (self, &caption, corner >= 0 ? 360 : 170);
      if (corner >= 0)
        place_in_corner (self, corner, &caption);
      else if (!place_on_rim (self, wedge, &caption) && self->scale < CRAMPED)
        {
          g_strfreev (caption.lines);
          continue;
        }
      draw_caption (self, item, wedge->sector, &caption);
      g_array_append_val (self->taken, caption.rect);
      g_strfreev (caption.lines);
    }
}

/* Names that stand on the wheel itself: where everything else has left room. */
void
_rapport_draw_wheel_names (Plan *self)
{
  RapportSceneItem *item;

  if (self->free_layout || !(self->show & RAPPORT_SHOW_BACKDROP))
    return;
  item = g_ptr_array_index (self->scene->items, 0);
  draw_names_at (self, item, FALSE);
  draw_ring_names (self, item);
}

/* Before those who have no sector yet. */
static void
draw_waiting_name (Plan *self, RapportSceneItem *item)
{
  double y = self->area.y + self->area.height + WAITING_MIDDLE;

  _rapport_draw_text (self, item, _rapport_plan_get_waiting_name (), self->area.x, y + 0.35 * WAITING_SIZE, WAITING_SIZE, 600,
                      RAPPORT_ANCHOR_START, self->theme->soft);
}

/* Drawn when everybody has a place and before names are placed, which keep clear of the corners. */
void
_rapport_draw_backdrop (Plan *self)
{
  RapportSceneItem *item;

  if (self->free_layout || !(self->show & RAPPORT_SHOW_BACKDROP))
    return;
  item = rapport_scene_item_new (RAPPORT_ITEM_BACKDROP, NULL);
  item->name = name_wheel (self);
  for (guint i = 0; i < rapport_wheel_get_n_wedges (self->wheel); i++)
    draw_wedge (self, item, rapport_wheel_get_wedge (self->wheel, i));
  if (self->has_unplaced)
    draw_waiting_name (self, item);
  for (guint i = 0; i < rapport_wheel_get_n_wedges (self->wheel); i++)
    draw_border (self, item, rapport_wheel_get_wedge (self->wheel, i));
  draw_middle (self, item);
  draw_rings (self, item);
  draw_names_at (self, item, TRUE);
  g_ptr_array_add (self->scene->items, item);
}
