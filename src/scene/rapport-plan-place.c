/* rapport-plan-place.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page: where heading, map and legend are, and where everybody stands. What the map does not say is found here,
 * without changing the map.
 */
#include "rapport-plan-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#define MARGIN 22.0
#define HEADING 122.0
#define UNDER_HEADING 26.0
#define COLUMN 362.0
/* Pages wider than this have their legend at the side. */
#define COLUMN_ASPECT 1.5
/* What one stakeholder and its name take up where there is no better guess. */
#define BOX_WIDTH 200.0
#define BOX_HEIGHT 118.0
/* Below this scale of the wheel, stakeholders become smaller with it. */
#define ROOMY 0.9
/* On a page that is higher than the wheel it is drawn so much higher at most, and keeps so far from heading and legend. */
#define TALLEST 1.35
#define ROOM_FOR_CORNERS 48.0
/* So many stakeholders stand on a wheel at full size. */
#define CROWD 45.0

/* Where a place in the wheel, in its own units from its middle, is on the page. */
RapportPoint
_rapport_plan_from_wheel (const Plan *self, double x, double y)
{
  return (RapportPoint){ self->centre.x + x * self->scale, self->centre.y + y * self->scale * self->tallness };
}

/* A wheel that leaves bands of a high page empty is stretched into them, which keeps names apart. */
static double
find_tallness (const Plan *self)
{
  double height = 2 * RAPPORT_WHEEL_HALF_HEIGHT * self->scale;

  if (self->free_layout || self->column)
    return 1;
  if (self->has_missing)
    height *= rapport_ring_outer (RAPPORT_RING_MISSING);
  return CLAMP ((self->area.height - 2 * ROOM_FOR_CORNERS) / height, 1, TALLEST);
}

void
_rapport_plan_lay_out (Plan *self)
{
  double width = self->page.width, height = self->page.height, top;

  self->column = width / height >= COLUMN_ASPECT;
  /* The page is laid out several times; the heading stays as it is. */
  if (self->heading_end == 0)
    {
      self->heading_end = width - (self->column ? 14 : 32);
      _rapport_plan_place_heading_marks (self);
      self->heading_bottom = _rapport_heading_get_bottom (self);
    }
  top = self->page.no_heading ? 46 : MAX (HEADING, self->heading_bottom + UNDER_HEADING);
  self->area = (RapportRect){ MARGIN, top, width - 2 * MARGIN, height - top - 14 };
  if (self->column && self->legend_columns > 0)
    {
      double side = COLUMN - MARGIN + (self->legend_columns - 1) * (COLUMN - 34);

      self->area.width -= side;
      self->legend = (RapportRect){ width - MARGIN - side + 34, top + 28, COLUMN - 54,
                                    MAX (height - top - 40 - self->page.legend_foot, 0) };
    }
  else if (!self->column && self->legend_height > 0)
    {
      self->area.height -= self->legend_height;
      self->legend = (RapportRect){ MARGIN, height - self->legend_height - 4, width - 2 * MARGIN,
                                    self->legend_height };
    }
  else
    self->legend = (RapportRect){ MARGIN, 0, width - 2 * MARGIN, height };
  if (self->has_unplaced && !self->free_layout)
    self->area.height -= WAITING_HEIGHT;
  self->scale = MIN (self->area.width / (2 * RAPPORT_WHEEL_HALF_WIDTH),
                     self->area.height / (2 * RAPPORT_WHEEL_HALF_HEIGHT));
  if (self->has_missing)
    self->scale /= rapport_ring_outer (RAPPORT_RING_MISSING) - 0.02;
  self->tallness = find_tallness (self);
  self->centre = (RapportPoint){ self->area.x + self->area.width / 2, self->area.y + self->area.height / 2 };
  self->size = MIN (1, sqrt (CROWD / MAX (1, self->nodes->len)) * 1.15);
  if (!self->free_layout)
    self->size = MIN (self->size * CLAMP (self->scale / ROOMY, 0.4, 1.2), 1.2);
  self->size = MAX (self->size, 0.08);
}

/* --- In the wheel --- */

/* A bound that keeps coordinates from a hostile file within what painters can take. */
static double
tame (double value)
{
  return isfinite (value) ? CLAMP (value, -1e5, 1e5) : 0;
}

static RapportSeat
make_seat (Plan *self, const PlanNode *node)
{
  double angle = rapport_element_get_number (node->element, "angle");
  double depth = rapport_element_get_number (node->element, "depth");
  RapportSeat seat = { .wedge = -1, .ring = node->ring };

  if (node->ring != RAPPORT_RING_MIDDLE)
    seat.wedge = rapport_wheel_find_wedge (self->wheel, rapport_element_get_text (node->element, "sector"));
  seat.placed = isfinite (angle) && isfinite (depth);
  if (seat.placed)
    rapport_wheel_to_point (fmod (angle, 360), depth, node->ring, &seat.x, &seat.y);
  return seat;
}

/* What the strip of those who have no sector yet is called. */
const char *
_rapport_plan_get_waiting_name (void)
{
  return _("To place");
}

/* Who has no sector yet waits in a strip under the wheel. */
static void
place_waiting (Plan *self)
{
  guint n = 0, i = 0;
  double y = self->area.y + self->area.height + WAITING_MIDDLE, step, start;

  for (guint j = 0; j < self->nodes->len; j++)
    n += PLAN_NODE (self, j)->outline == RAPPORT_OUTLINE_NONE;
  if (n == 0)
    return;
  start = rapport_text_measure_width (self->measure, _rapport_plan_get_waiting_name (), WAITING_SIZE, 600) + 24;
  step = (self->area.width - start) / n;
  for (guint j = 0; j < self->nodes->len; j++)
    if (PLAN_NODE (self, j)->outline == RAPPORT_OUTLINE_NONE)
      PLAN_NODE (self, j)->at = (RapportPoint){ self->area.x + start + (i++ + 0.5) * step, y };
}

static void
place_in_wheel (Plan *self)
{
  g_autofree RapportSeat *seats = g_new0 (RapportSeat, self->nodes->len + 1);

  for (guint i = 0; i < self->nodes->len; i++)
    seats[i] = make_seat (self, PLAN_NODE (self, i));
  rapport_wheel_seat (self->wheel, seats, self->nodes->len, BOX_WIDTH / self->scale * self->size,
                      BOX_HEIGHT / self->scale / self->tallness * self->size);
  for (guint i = 0; i < self->nodes->len; i++)
    PLAN_NODE (self, i)->at = _rapport_plan_from_wheel (self, seats[i].x, seats[i].y);
  place_waiting (self);
}

/* --- On a free page --- */

static gboolean
get_free_place (const PlanNode *node, RapportPoint *place)
{
  double x = rapport_element_get_number (node->element, "x");
  double y = rapport_element_get_number (node->element, "y");

  *place = (RapportPoint){ tame (x), tame (y) };
  return isfinite (x) && isfinite (y);
}

static gboolean
find_extent (Plan *self, RapportRect *extent)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      RapportPoint place;
      RapportRect rect;

      if (!get_free_place (PLAN_NODE (self, i), &place))
        continue;
      rect = (RapportRect){ place.x, place.y, 0, 0 };
      *extent = any ? rapport_rect_joined (*extent, rect) : rect;
      any = TRUE;
    }
  return any;
}

/* Who has no place stands on a golden spiral: even, and never two in one spot. */
static RapportPoint
get_spiral_place (Plan *self, const RapportRect *room, guint i)
{
  double share = sqrt ((i + 0.5) / MAX (1, self->nodes->len)), angle = i * 2.39996323;

  return (RapportPoint){ room->x + room->width * (0.5 + 0.5 * share * cos (angle)),
                         room->y + room->height * (0.5 + 0.5 * share * sin (angle)) };
}

static void
place_freely (Plan *self)
{
  RapportRect extent = { 0 }, room = rapport_rect_grown (self->area, -70);
  gboolean any = find_extent (self, &extent);
  double scale = MIN (room.width / MAX (extent.width, 1), room.height / MAX (extent.height, 1));

  scale = MIN (scale, 2);
  self->free_scale = scale;
  if (any)
    self->free_middle = (RapportPoint){ extent.x + extent.width / 2, extent.y + extent.height / 2 };
  for (guint i = 0; i < self->nodes->len; i++)
    {
      PlanNode *node = PLAN_NODE (self, i);
      RapportPoint place;

      if (any && get_free_place (node, &place))
        node->at = (RapportPoint){ self->centre.x + (place.x - extent.x - extent.width / 2) * scale,
                                   self->centre.y + (place.y - extent.y - extent.height / 2) * scale };
      else
        node->at = get_spiral_place (self, &room, i);
    }
}

/* --- */

/* Influence is on show as size only together with its pips. */
void
_rapport_plan_size_node (Plan *self, PlanNode *node)
{
  int level = 2;

  if (self->show & RAPPORT_SHOW_INFLUENCE)
    level = rapport_level_is_known (node->shown_influence) ? node->shown_influence : 1;
  node->r = (28 + 6 * level) / 2.0;
  if (node->role)
    node->r *= 0.86;
  if (node->outline == RAPPORT_OUTLINE_HEXAGON)
    node->r = MAX (node->r, 20);
  if (node->degree > 10 && self->nodes->len <= CROWD)
    node->r += 11;
  node->r *= self->size;
  node->box = rapport_rect_grown (_rapport_outline_box (node->outline, node->at, node->r),
                                  _rapport_node_margin (node) * self->size);
}

void
_rapport_plan_place (Plan *self)
{
  if (self->free_layout)
    place_freely (self);
  else
    place_in_wheel (self);
  for (guint i = 0; i < self->nodes->len; i++)
    _rapport_plan_size_node (self, PLAN_NODE (self, i));
}
