/* rapport-sheets.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-sheets.h"

#include <math.h>

/* Rounding is not worth a sheet. */
#define SLACK 1e-6

/* How many lengths of @usable reach over @length, when neighbours share @overlap. */
static guint
count_along (double length, double usable, double overlap)
{
  double n = ceil ((length - overlap) / (usable - overlap) - SLACK);

  return (guint) CLAMP (n, 1, RAPPORT_SHEETS_MOST + 1);
}

static void
lay (RapportSheets *self, double width, double height)
{
  self->sheet_width = width;
  self->sheet_height = height;
  self->columns = count_along (self->picture_width, width - 2 * self->margin, self->overlap);
  self->rows = count_along (self->picture_height, height - 2 * self->margin, self->overlap);
}

/* Whether a sheet has room for more than what it shares with its neighbours. */
static gboolean
is_usable (const RapportSheets *self, double width, double height)
{
  return MIN (width, height) - 2 * self->margin > 2 * self->overlap + 1;
}

/**
 * rapport_sheets_plan:
 * @sheet_width, @sheet_height: of the paper, either way round
 *
 * Returns: %FALSE where the sheets are too small for the overlap, or would be more than %RAPPORT_SHEETS_MOST
 */
gboolean
rapport_sheets_plan (RapportSheets *self, double picture_width, double picture_height, double sheet_width,
                     double sheet_height, double overlap)
{
  RapportSheets upright;

  g_return_val_if_fail (self != NULL && picture_width > 0 && picture_height > 0, FALSE);

  *self = (RapportSheets){ .picture_width = picture_width, .picture_height = picture_height,
                           .margin = RAPPORT_SHEETS_MARGIN, .overlap = overlap };
  if (overlap < 0 || !is_usable (self, sheet_width, sheet_height))
    return FALSE;
  upright = *self;
  lay (self, MAX (sheet_width, sheet_height), MIN (sheet_width, sheet_height));
  lay (&upright, MIN (sheet_width, sheet_height), MAX (sheet_width, sheet_height));
  if (rapport_sheets_count (&upright) < rapport_sheets_count (self)
      || (rapport_sheets_count (&upright) == rapport_sheets_count (self) && picture_height > picture_width))
    *self = upright;
  return rapport_sheets_count (self) <= RAPPORT_SHEETS_MOST;
}

/* So many sheets beside one another and as many below, filled as well as a picture of that @aspect, width by height, can
 * fill them. @across is from 1; with 1 there is nothing to overlap. */
void
rapport_sheets_plan_grid (RapportSheets *self, guint across, double aspect, double sheet_width, double sheet_height,
                          double overlap)
{
  double width, height;

  g_return_if_fail (self != NULL && aspect > 0 && across > 0);

  *self = (RapportSheets){ .margin = RAPPORT_SHEETS_MARGIN, .overlap = overlap, .columns = across, .rows = across };
  self->sheet_width = aspect >= 1 ? MAX (sheet_width, sheet_height) : MIN (sheet_width, sheet_height);
  self->sheet_height = aspect >= 1 ? MIN (sheet_width, sheet_height) : MAX (sheet_width, sheet_height);
  width = across * (self->sheet_width - 2 * self->margin) - (across - 1) * overlap;
  height = across * (self->sheet_height - 2 * self->margin) - (across - 1) * overlap;
  self->picture_width = MIN (width, height * aspect);
  self->picture_height = MIN (height, width / aspect);
}

guint
rapport_sheets_count (const RapportSheets *self)
{
  return self->columns * self->rows;
}

/* What is left over is left at both edges. */
static double
get_start (guint index, guint count, double length, double usable, double overlap)
{
  double all = count * usable - (count - 1) * overlap;

  return index * (usable - overlap) - (all - length) / 2;
}

/* Returns: the part of the picture that sheet number @sheet shows, row by row from 0, in the picture's millimetres */
RapportRect
rapport_sheets_get_part (const RapportSheets *self, guint sheet)
{
  double width = self->sheet_width - 2 * self->margin, height = self->sheet_height - 2 * self->margin;
  double x = get_start (sheet % self->columns, self->columns, self->picture_width, width, self->overlap);
  double y = get_start (sheet / self->columns, self->rows, self->picture_height, height, self->overlap);
  double right = MIN (x + width, self->picture_width), below = MIN (y + height, self->picture_height);

  return (RapportRect){ MAX (x, 0), MAX (y, 0), right - MAX (x, 0), below - MAX (y, 0) };
}

/* Returns: where that part lies on the sheet */
RapportRect
rapport_sheets_get_place (const RapportSheets *self, guint sheet)
{
  RapportRect part = rapport_sheets_get_part (self, sheet);
  double width = self->sheet_width - 2 * self->margin, height = self->sheet_height - 2 * self->margin;
  double x = get_start (sheet % self->columns, self->columns, self->picture_width, width, self->overlap);
  double y = get_start (sheet / self->columns, self->rows, self->picture_height, height, self->overlap);

  return (RapportRect){ self->margin + part.x - x, self->margin + part.y - y, part.width, part.height };
}
