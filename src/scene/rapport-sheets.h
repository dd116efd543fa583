/* rapport-sheets.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-geometry.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a printer can be trusted not to reach, and what crop marks stand in, in millimetres. */
#define RAPPORT_SHEETS_MARGIN 12.0
/* What neighbours share, to be glued, in millimetres. */
#define RAPPORT_SHEETS_OVERLAP 10.0
/* A wall of paper has an end. */
#define RAPPORT_SHEETS_MOST 400
#define RAPPORT_SHEETS_MOST_ACROSS 20
#define RAPPORT_SHEETS_MOST_OVERLAP 50.0

/**
 * RapportSheets:
 * How a picture is divided among sheets of paper that are laid over one another at the edges. All lengths are
 * millimetres. A plain value.
 */
typedef struct
{
  double picture_width;
  double picture_height;
  double sheet_width;  /* as it lies: upright or on its side, whichever takes fewer sheets */
  double sheet_height;
  double margin;       /* on all four sides of a sheet */
  double overlap;
  guint columns;
  guint rows;
} RapportSheets;

gboolean    rapport_sheets_plan        (RapportSheets *self, double picture_width, double picture_height,
                                        double sheet_width, double sheet_height, double overlap);
void        rapport_sheets_plan_grid   (RapportSheets *self, guint across, double aspect, double sheet_width,
                                        double sheet_height, double overlap);
guint       rapport_sheets_count       (const RapportSheets *self);
RapportRect rapport_sheets_get_part    (const RapportSheets *self, guint sheet);
RapportRect rapport_sheets_get_place   (const RapportSheets *self, guint sheet);

G_END_DECLS
