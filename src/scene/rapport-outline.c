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

/* Sines and cosines of the corners, clockwise from the top. */
static const RapportPoint triangle[] = { { 0, -1 }, { 0.8660254037844386, 0.5 }, { -0.8660254037844386, 0.5 } };
static const RapportPoint square[] = { { 1, -1 }, { 1, 1 }, { -1, 1 }, { -1, -1 } };
static const RapportPoint diamond[] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
static const RapportPoint pentagon[] = { { 0, -1 },
                                         { 0.9510565162951535, -0.3090169943749474 },
                                         { 0.5877852522924731, 0.8090169943749475 },
                                         { -0.5877852522924731, 0.8090169943749475 },
                                         { -0.9510565162951535, -0.3090169943749474 } };

static guint
make_polygon (RapportPoint at, double r, const RapportPoint *unit, guint n, RapportPoint *corners)
{
  for (guint i = 0; i < n; i++)
    corners[i] = (RapportPoint){ at.x + r * unit[i].x, at.y + r * unit[i].y };
  return n;
}

static guint
make_round (RapportPoint at, double r, RapportPoint *corners)
{
  for (guint i = 0; i < 24; i++)
    corners[i] = (RapportPoint){ at.x + r * sin (i * G_PI / 12), at.y - r * cos (i * G_PI / 12) };
  return 24;
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
      return make_polygon (at, 0.9 * r, square, 4, corners);
    case RAPPORT_OUTLINE_PENTAGON:
      return make_polygon ((RapportPoint){ at.x, at.y + 0.06 * r }, 1.1 * r, pentagon, 5, corners);
    case RAPPORT_OUTLINE_DIAMOND:
      return make_polygon (at, 1.2 * r, diamond, 4, corners);
    case RAPPORT_OUTLINE_TRIANGLE:
      return make_polygon ((RapportPoint){ at.x, at.y + 0.18 * r }, 1.25 * r, triangle, 3, corners);
    case RAPPORT_OUTLINE_HEXAGON:
      return make_hexagon (at, r, corners);
    case RAPPORT_OUTLINE_CIRCLE:
    case RAPPORT_OUTLINE_NONE:
    case RAPPORT_N_OUTLINES:
    default:
      return make_round (at, r, corners);
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

static gboolean
is_round (RapportOutline outline)
{
  return outline == RAPPORT_OUTLINE_CIRCLE || outline == RAPPORT_OUTLINE_NONE;
}

/* How far it is from @at along (@dx, @dy) to the outline, whose sides are moved outwards by @grow. */
static double
get_reach (RapportOutline outline, RapportPoint at, double r, double grow, double dx, double dy)
{
  RapportPoint corners[24];
  guint n;

  if (is_round (outline))
    return r + grow;
  n = find_grown_corners (outline, at, r, grow, corners);
  return find_reach (corners, n, at, dx, dy);
}

/* Where the ray from @at along (@dx, @dy), a direction of length 1, leaves the outline. */
RapportPoint
_rapport_outline_border (RapportOutline outline, RapportPoint at, double r, double dx, double dy)
{
  double reach = get_reach (outline, at, r, 0, dx, dy);

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
  double most = get_reach (outline, at, r, 0, dx, dy) + margin * get_miter (outline) + gap;
  double reach = MIN (most, get_reach (outline, at, r, margin + gap, dx, dy));

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

  if (is_round (outline))
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
