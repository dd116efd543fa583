/* rapport-pip-row.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One of the answers that a row offers. Both texts are ready for the screen. */
typedef struct
{
  int level;        /* a number, or RAPPORT_LEVEL_UNSET for "not discussed" */
  const char *text; /* what the pip shows */
  const char *name; /* what it is called, such as "2, some" */
} RapportPip;

/**
 * RapportPipRow:
 * A row of answers of which one holds at a time, or none. It is one stop of the Tab key; the arrow keys move within
 * it. It shows what it is told to show: a click only sends ::answered (level), and whoever listens sets the level.
 */
#define RAPPORT_TYPE_PIP_ROW (rapport_pip_row_get_type ())
G_DECLARE_FINAL_TYPE (RapportPipRow, rapport_pip_row, RAPPORT, PIP_ROW, GtkWidget)

GtkWidget *rapport_pip_row_new       (const RapportPip *pips, guint n_pips, const char *name);

void       rapport_pip_row_set_level (RapportPipRow *self, int level);
int        rapport_pip_row_get_level (RapportPipRow *self);

G_END_DECLS
