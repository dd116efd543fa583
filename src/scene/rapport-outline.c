/* rapport-outline.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outlines by which sectors are told apart without colour. @r is half of a stakeholder's diameter; the factors make
 * different outlines look equally large.
 */
#include "rapport-plan-private.h"

#include <math.h>

/* Half-width of a structure over its half-height, in map units, and how far its points reach in. */
#define HEXAGON_WIDER 15
#define HEXAGON_POINT 0.62

static guint
make_polygon (RapportPoint at, double r, guint n, double first, RapportPoint *corners)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = (first + 360.0 * i / n) * G_PI / 180;

      corners[i] = (RapportPoint){ at.x + r * sin (angle), at.y - r * cos (angle) };
    }
  return n;
}

static guint
make_hexagon (RapportPoint at, double r, RapportPoint *corners)
{
  double w = r + HEXAGON_WIDER, flat = w - r * HEXAGON_POINT;

  corners[0] = (RapportPoint){ at.x - w, at.y };
  corners[1] = (RapportPoint){ at.x - flat, at.y - r };
  corners[2] = (RapportPoint){ at.x + flat, at.y - r };
  corners[3] = (RapportPoint){ at.x + w, at.y };
  corners[4] = (RapportPoint){ at.x + flat, at.y + r };
  corners[5] = (RapportPoint){ at.x - flat, at.y + r };
  return 6;
}

/* @corners: room for 24. Returns: how many; a circle has 24 */
guint
_rapport_outline_corners (RapportOutline outline, RapportPoint at, double r, RapportPoint *corners)
{
  switch (outline)
    {
    case RAPPORT_OUTLINE_SQUARE:
      return make_polygon (at, 0.9 * r * G_SQRT2, 4, 45, corners);
    case RAPPORT_OUTLINE_PENTAGON:
      return make_polygon ((RapportPoint){ at.x, at.y + 0.06 * r }, 1.1 * r, 5, 0, corners);
    case RAPPORT_OUTLINE_DIAMOND:
      return make_polygon (at, 1.2 * r, 4, 0, corners);
    case RAPPORT_OUTLINE_TRIANGLE:
      return make_polygon ((RapportPoint){ at.x, at.y + 0.18 * r }, 1.25 * r, 3, 0, corners);
    case RAPPORT_OUTLINE_HEXAGON:
      return make_hexagon (at, r, corners);
    case RAPPORT_OUTLINE_CIRCLE:
    case RAPPORT_OUTLINE_NONE:
    case RAPPORT_N_OUTLINES:
    default:
      return make_polygon (at, r, 24, 0, corners);
    }
}

RapportRect
_rapport_outline_box (RapportOutline outline, RapportPoint at, double r)
{
  RapportPoint corners[24];
  guint n = _rapport_outline_corners (outline, at, r, corners);
  RapportRect box = { corners[0].x, corners[0].y, 0, 0 };

  for (guint i = 1; i < n; i++)
    box = rapport_rect_joined (box, (RapportRect){ corners[i].x, corners[i].y, 0, 0 });
  return box;
}

/* Where the ray from @at along (@dx, @dy) leaves the polygon. */
static double
find_reach (const RapportPoint *corners, guint n, RapportPoint at, double dx, double dy)
{
  double farthest = 0;

  for (guint i = 0; i < n; i++)
    {
      RapportPoint a = corners[i], b = corners[(i + 1) % n];
      double ex = b.x - a.x, ey = b.y - a.y, det = ex * dy - ey * dx, along, across;

      if (fabs (det) < 1e-9)
        continue;
      along = (ex * (a.y - at.y) - ey * (a.x - at.x)) / det;
      across = (dx * (a.y - at.y) - dy * (a.x - at.x)) / det;
      if (across >= -1e-6 && across <= 1 + 1e-6)
        farthest = MAX (farthest, along);
    }
  return farthest;
}

/* How much further a corner moves than the sides beside it: one over the cosine of half of their turn. */
static double
get_miter (RapportOutline outline)
{
  switch (outline)
    {
    case RAPPORT_OUTLINE_TRIANGLE:
      return 2;
    case RAPPORT_OUTLINE_DIAMOND:
      return G_SQRT2;
    case RAPPORT_OUTLINE_PENTAGON:
      return 1 / cos (G_PI / 5);
    case RAPPORT_OUTLINE_CIRCLE:
    case RAPPORT_OUTLINE_SQUARE:
    case RAPPORT_OUTLINE_HEXAGON:
    case RAPPORT_OUTLINE_NONE:
    case RAPPORT_N_OUTLINES:
    default:
      return 1;
    }
}

/* The corners of an outline whose sides are moved outwards by @grow. */
static guint
find_grown_corners (RapportOutline outline, RapportPoint at, double r, double grow, RapportPoint *corners)
{
  switch (outline)
    {
    case RAPPORT_OUTLINE_TRIANGLE:
      at.y -= 0.18 * 2 * grow / 1.25;
      return _rapport_outline_corners (outline, at, r + 2 * grow / 1.25, corners);
    case RAPPORT_OUTLINE_PENTAGON:
      at.y -= 0.06 * grow * get_miter (outline) / 1.1;
      return _rapport_outline_corners (outline, at, r + grow * get_miter (outline) / 1.1, corners);
    case RAPPORT_OUTLINE_DIAMOND:
      return _rapport_outline_corners (outline, at, r + grow * G_SQRT2 / 1.2, corners);
    case RAPPORT_OUTLINE_SQUARE:
      return _rapport_outline_corners (outline, at, r + grow / 0.9, corners);
    case RAPPORT_OUTLINE_CIRCLE:
    case RAPPORT_OUTLINE_HEXAGON:
    case RAPPORT_OUTLINE_NONE:
    case RAPPORT_N_OUTLINES:
    default:
      return _rapport_outline_corners (outline, at, r + grow, corners);
    }
}

/* Where the ray from @at along (@dx, @dy) leaves the outline. */
RapportPoint
_rapport_outline_border (RapportOutline outline, RapportPoint at, double r, double dx, double dy)
{
  RapportPoint corners[24];
  guint n = _rapport_outline_corners (outline, at, r, corners);
  double reach = find_reach (corners, n, at, dx, dy);

  return (RapportPoint){ at.x + reach * dx, at.y + reach * dy };
}

/* The same, @gap further out than what is drawn @margin round the outline: measured at right angles to its sides, not
 * along the ray, which may leave them aslant. */
RapportPoint
_rapport_outline_outside (RapportOutline outline,
                          RapportPoint at,
                          double r,
                          double margin,
                          double gap,
                          double dx,
                          double dy)
{
  RapportPoint corners[24];
  guint n = _rapport_outline_corners (outline, at, r, corners);
  double most = find_reach (corners, n, at, dx, dy) + margin * get_miter (outline) + gap, reach;

  n = find_grown_corners (outline, at, r, margin + gap, corners);
  reach = MIN (most, find_reach (corners, n, at, dx, dy));
  return (RapportPoint){ at.x + reach * dx, at.y + reach * dy };
}

/* @grow: moves the outline outwards by so many map units. Returns: (transfer full) */
RapportPath *
_rapport_outline_path (RapportOutline outline, RapportPoint at, double r, double grow)
{
  RapportPath *path = rapport_path_new ();
  RapportPoint corners[24];
  RapportRect box;
  guint n;

  if (outline == RAPPORT_OUTLINE_CIRCLE || outline == RAPPORT_OUTLINE_NONE)
    {
      rapport_path_circle (path, at.x, at.y, r + grow);
      return path;
    }
  if (outline == RAPPORT_OUTLINE_SQUARE)
    {
      box = rapport_rect_grown (_rapport_outline_box (outline, at, r), grow);
      rapport_path_rect (path, &box, 0.2 * r + grow);
      return path;
    }
  n = find_grown_corners (outline, at, r, grow, corners);
  rapport_path_polygon (path, corners, n);
  return path;
}

/**
 * rapport_outline_make_path:
 * @at: its middle
 * @r: half of its size
 *
 * The outline as it is on the map, for what stands beside a map.
 *
 * Returns: (transfer full)
 */
RapportPath *
rapport_outline_make_path (RapportOutline outline, RapportPoint at, double r)
{
  g_return_val_if_fail (outline < RAPPORT_N_OUTLINES, NULL);
  return _rapport_outline_path (outline, at, r, 0);
}

/* How far what is drawn round a stakeholder reaches beyond its outline. */
double
_rapport_node_margin (const PlanNode *node)
{
  if (node->group)
    return 6;
  return node->role ? 4.5 : 1.5;
}
