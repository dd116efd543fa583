/* rapport-separate-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RapportSeparation:
 * Boxes by their middles and half sizes, gaps included. All is borrowed.
 */
typedef struct
{
  guint n;
  float *x; /* in and out */
  float *y;
  const float *half_width;
  const float *half_height;
  const gboolean *fixed; /* nullable: all may move */
  void (*confine) (gpointer data, guint i, float *x, float *y); /* nullable: to where @i may be */
  gpointer data;
  guint rounds; /* at most */
  GCancellable *cancellable; /* nullable */
} RapportSeparation;

guint _rapport_separate (RapportSeparation *self);

G_END_DECLS
