/* rapport-draw-legend.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-legend-private.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SAMPLE 96.0
#define GAP 14.0
#define ROW 34.0
#define KEY_ROW 26.0
#define LINE 25.0
#define BEFORE_HEADING 14.0
#define KEY_NUMBER 40.0
#define STRIP_GAP 26.0
/* Rows of a column come so much nearer to one another before a second column is begun, which takes room from the map. */
#define CLOSEST 0.8

static double
get_inset (const LegendRow *row)
{
  switch (row->sample)
    {
    case LEGEND_HEADING:
    case LEGEND_TEXT:
      return 0;
    case LEGEND_KEY:
      return KEY_NUMBER;
    default:
      return SAMPLE + GAP;
    }
}

/* --- Samples --- */

static void
draw_link_sample (Plan *self, RapportSceneItem *item, const LegendRow *row, double x, double y)
{
  RapportPoint a = { x, y }, b = { x + SAMPLE, y };
  PlanLink link = { .way = rapport_curve_bent (a, b, 0) };
  guint keep = self->show;

  if (row->sample != LEGEND_BAND && row->b == 0)
    link.way.a.x += PLAN_RING + 2;
  if (row->sample != LEGEND_BAND && row->a == 0)
    link.way.b.x -= PLAN_RING + 2;
  link.way = rapport_curve_bent (link.way.a, link.way.b, 0);
  /* What the left gives is seen at the right. */
  link.shown.gives[0] = row->a;
  link.shown.gives[1] = row->b;
  link.shown.tangible[0] = link.shown.tangible[1] = row->c;
  link.shown.power[0] = row->a;
  link.shown.power[1] = row->b;
  if (row->sample == LEGEND_BAND)
    _rapport_draw_band (self, item, &link, self->theme->power_ink);
  else
    _rapport_draw_gives (self, item, &link, 1);
  self->show = keep;
}

static void
draw_node_sample (Plan *self, RapportSceneItem *item, const LegendRow *row, double x, double y)
{
  PlanNode node = { .outline = (RapportOutline) row->a, .at = { x + SAMPLE / 2, y }, .r = 15 };
  double keep = self->size;

  self->size = 1;
  if (row->b == LEGEND_KIND_STRUCTURE)
    {
      _rapport_draw_structure (self, item, node.at, 17, "academia nhs policy", "ANP");
      self->size = keep;
      return;
    }
  node.letter = (char *) "A";
  node.group = row->b == LEGEND_KIND_GROUP;
  node.role = row->b == LEGEND_KIND_ROLE;
  node.ring = row->b == LEGEND_KIND_MISSING ? RAPPORT_RING_MISSING : RAPPORT_RING_CORE;
  node.gone = row->b == LEGEND_KIND_GONE;
  if (node.outline == RAPPORT_OUTLINE_HEXAGON)
    node.outline = RAPPORT_OUTLINE_CIRCLE;
  _rapport_draw_node (self, item, &node);
  self->size = keep;
}

static void
draw_plain_sample (Plan *self, RapportSceneItem *item, const LegendRow *row, double x, double y)
{
  RapportPath *path = rapport_path_new ();
  RapportShape *shape;

  rapport_path_move_to (path, x, y);
  rapport_path_line_to (path, x + SAMPLE, y);
  if (row->sample == LEGEND_NEW)
    {
      rapport_path_move_to (path, x, y + 8);
      rapport_path_line_to (path, x + SAMPLE, y + 8);
    }
  shape = _rapport_draw_line (item, path,
                              rapport_colour_with_alpha (self->theme->ink, row->sample == LEGEND_QUIET ? 0.4 : 0.7),
                              row->sample == LEGEND_LEGS ? 3 : 2);
  if (row->sample == LEGEND_LEGS)
    {
      shape->dash[0] = 12;
      shape->dash[1] = 6;
      shape->round = FALSE;
    }
}

static void
draw_sample (Plan *self, RapportSceneItem *item, const LegendRow *row, double x, double y)
{
  g_autofree char *number = NULL;

  switch (row->sample)
    {
    case LEGEND_NODE:
      draw_node_sample (self, item, row, x, y);
      break;
    case LEGEND_PIPS:
      _rapport_draw_pips (self, item, x + SAMPLE / 2 - 2.5 * PLAN_PIP_PITCH, y, row->a);
      break;
    case LEGEND_GIVES:
    case LEGEND_BAND:
    case LEGEND_BOTH:
      draw_link_sample (self, item, row, x, y);
      break;
    case LEGEND_PLAIN:
    case LEGEND_QUIET:
    case LEGEND_LEGS:
    case LEGEND_NEW:
      draw_plain_sample (self, item, row, x, y);
      break;
    case LEGEND_SLIDER:
      _rapport_draw_slider (self, item, (RapportPoint){ x + 82, y }, -1);
      _rapport_draw_badge (self, item, (guint) row->a, (RapportPoint){ x + 20, y }, 36, 1);
      break;
    case LEGEND_BADGE:
      _rapport_draw_badge (self, item, (guint) row->a, (RapportPoint){ x + SAMPLE / 2, y }, 26, row->b);
      break;
    case LEGEND_CHIP:
      _rapport_draw_chip (self, item, row->word, x + SAMPLE / 2, y);
      break;
    case LEGEND_CHANGE:
      _rapport_draw_text (self, item, "1→2", x + SAMPLE / 2, y + 8, self->theme->label, 700, RAPPORT_ANCHOR_MIDDLE,
                          self->theme->ink);
      break;
    case LEGEND_KEY:
      number = g_strdup_printf ("%d", row->a);
      _rapport_draw_text (self, item, number, x + KEY_NUMBER - 10, y + 8, self->theme->legend_row, 700,
                          RAPPORT_ANCHOR_END, self->theme->ink);
      break;
    case LEGEND_HEADING:
    case LEGEND_TEXT:
    default:
      break;
    }
}

/* --- Rows --- */

static char **
break_row (Plan *self, const LegendRow *row, double width)
{
  gboolean heading = row->sample == LEGEND_HEADING;

  return rapport_text_measure_break (self->measure, row->text,
                                     heading ? self->theme->legend_heading : self->theme->legend_row,
                                     heading ? 700 : 500, MAX (width - get_inset (row), 60), 3);
}

/* Between the lines of one row; they come less near to one another than the rows do. */
static double
get_line (Plan *self)
{
  return LINE * (1 + self->legend_closeness) / 2;
}

static double
get_height (Plan *self, const LegendRow *row, guint n_lines)
{
  double height = MAX (row->sample == LEGEND_KEY ? KEY_ROW : ROW, n_lines * LINE + (n_lines > 1 ? 8 : 0));

  if (row->sample == LEGEND_NODE)
    height = MAX (height, 42);
  if (row->sample == LEGEND_BADGE)
    height = MAX (height, 40);
  if (row->sample == LEGEND_BADGE && row->b > 1)
    height = MAX (height, 36 + (row->b - 1) * 11);
  height = (height + (row->sample == LEGEND_SLIDER ? 10 : 0)) * self->legend_closeness;
  /* Or their rings would touch. */
  if (row->sample == LEGEND_NODE)
    height = MAX (height, 38);
  return MAX (height, n_lines * get_line (self));
}

/* Returns: its height */
static double
draw_row (Plan *self, RapportSceneItem *item, const LegendRow *row, double x, double y, double width)
{
  const RapportTheme *theme = self->theme;
  gboolean heading = row->sample == LEGEND_HEADING;
  double size = heading ? theme->legend_heading : theme->legend_row, height, top;
  g_auto (GStrv) lines = break_row (self, row, width);
  guint n = g_strv_length (lines);

  height = get_height (self, row, n);
  if (item == NULL)
    return height;
  draw_sample (self, item, row, x, y + height / 2);
  top = y + (height - n * get_line (self)) / 2;
  for (guint i = 0; i < n; i++)
    _rapport_draw_text (self, item, lines[i], x + get_inset (row), top + (i + 0.5) * get_line (self) + 0.36 * size, size,
                        heading ? 700 : 500, RAPPORT_ANCHOR_START, theme->ink);
  return height;
}

/* @item: (nullable): %NULL to measure only. Returns: how many columns it took */
static guint
draw_column (Plan *self, RapportSceneItem *item, GArray *rows)
{
  double x = self->legend.x, y = self->legend.y, width = self->legend.width;
  guint columns = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      const LegendRow *row = &g_array_index (rows, LegendRow, i);
      double before = row->sample == LEGEND_HEADING && y > self->legend.y ? BEFORE_HEADING * self->legend_closeness : 0;
      double height = draw_row (self, NULL, row, x, y, width);

      if (y + before + height > self->legend.y + self->legend.height && y > self->legend.y)
        {
          columns++;
          x += width + 20;
          y = self->legend.y;
          before = 0;
        }
      y += before + draw_row (self, item, row, x, y + before, width);
    }
  return columns;
}

static double
get_column_height (Plan *self, GArray *rows)
{
  double height = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const LegendRow *row = &g_array_index (rows, LegendRow, i);

      height += draw_row (self, NULL, row, 0, 0, self->legend.width);
      height += row->sample == LEGEND_HEADING && i > 0 ? BEFORE_HEADING * self->legend_closeness : 0;
    }
  return height;
}

/* Somewhat nearer to one another where that keeps all rows in one column. */
static void
measure_column (Plan *self, GArray *rows)
{
  for (; self->legend_closeness >= CLOSEST; self->legend_closeness -= 0.05)
    if (get_column_height (self, rows) <= self->legend.height)
      break;
  if (self->legend_closeness < CLOSEST)
    self->legend_closeness = 1;
  self->legend_columns = draw_column (self, NULL, rows);
}

/* --- Under the wheel: as many columns as the widest text allows, filled one after another --- */

static double
get_widest (Plan *self, GArray *rows)
{
  double widest = 120;

  for (guint i = 0; i < rows->len; i++)
    {
      const LegendRow *row = &g_array_index (rows, LegendRow, i);
      double width = rapport_text_measure_width (self->measure, row->text, self->theme->legend_row, 500);

      if (row->sample != LEGEND_HEADING)
        widest = MAX (widest, MIN (width, 230) + get_inset (row));
    }
  return widest;
}

/* A strip needs no headings: what is drawn says enough. */
static void
drop_headings (GArray *rows)
{
  for (guint i = rows->len; i-- > 0;)
    if (g_array_index (rows, LegendRow, i).sample == LEGEND_HEADING)
      g_array_remove_index (rows, i);
}

static double
get_total_height (Plan *self, GArray *rows, double width, double *tallest)
{
  double total = 0;

  *tallest = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      double height = draw_row (self, NULL, &g_array_index (rows, LegendRow, i), 0, 0, width);

      total += height;
      *tallest = MAX (*tallest, height);
    }
  return total;
}

/* Fills columns no taller than @limit. Returns: how many it took; the height of the tallest in @height */
static guint
fill_columns (Plan *self, RapportSceneItem *item, GArray *rows, double step, double limit, double *height)
{
  double top = self->legend.y + 10, y = top;
  guint column = 0;

  *height = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      const LegendRow *row = &g_array_index (rows, LegendRow, i);
      double next = draw_row (self, NULL, row, 0, 0, step - STRIP_GAP);

      if (y > top && y + next > top + limit)
        {
          column++;
          y = top;
        }
      draw_row (self, item, row, self->legend.x + column * step, y, step - STRIP_GAP);
      y += next;
      *height = MAX (*height, y - top);
    }
  return column + 1;
}

/* Columns of equal height, as low as they can be. Returns: the height of the strip */
static double
draw_strip (Plan *self, RapportSceneItem *item, GArray *rows)
{
  double widest = get_widest (self, rows), limit, tallest, height;
  guint columns = (guint) MAX (1, (self->legend.width + STRIP_GAP) / (widest + STRIP_GAP));
  double step = self->legend.width / columns;

  limit = get_total_height (self, rows, step - STRIP_GAP, &tallest) / columns;
  while (fill_columns (self, NULL, rows, step, limit, &height) > columns)
    limit += MAX (4, tallest / 8);
  if (item != NULL)
    fill_columns (self, item, rows, step, limit, &height);
  return height + 10;
}

static void
draw_rule (Plan *self, RapportSceneItem *item)
{
  RapportPath *path = rapport_path_new ();

  rapport_path_move_to (path, self->legend.x, self->legend.y);
  rapport_path_line_to (path, self->legend.x + self->legend.width, self->legend.y);
  _rapport_draw_line (item, path, self->theme->rim, 1.6);
}

/* Finds out how much room the legend takes, before the map is laid out in the rest. */
void
_rapport_legend_measure (Plan *self)
{
  g_autoptr (GArray) rows = _rapport_legend_list (self);

  self->legend_columns = 1;
  self->legend_height = 0;
  self->legend_closeness = 1;
  if (rows->len == 0)
    return;
  _rapport_plan_lay_out (self);
  if (self->column)
    {
      measure_column (self, rows);
      return;
    }
  drop_headings (rows);
  self->legend_height = draw_strip (self, NULL, rows) + 12;
}

void
_rapport_draw_legend (Plan *self)
{
  g_autoptr (GArray) rows = _rapport_legend_list (self);
  RapportSceneItem *item;

  if (rows->len == 0)
    return;
  item = rapport_scene_item_new (RAPPORT_ITEM_LEGEND, NULL);
  item->name = g_strdup (_("Legend"));
  if (self->column)
    draw_column (self, item, rows);
  else
    {
      drop_headings (rows);
      draw_rule (self, item);
      draw_strip (self, item, rows);
    }
  g_ptr_array_add (self->scene->items, item);
}
