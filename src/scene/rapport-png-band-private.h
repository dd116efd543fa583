/* rapport-png-band-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-png-private.h"

G_BEGIN_DECLS

/**
 * RapportPngBand:
 * Some rows of a picture: painted and packed on their own, so that two threads can work at one picture and the
 * whole of it is never in memory.
 */
typedef struct
{
  /* Borrowed */
  const RapportScene *scene;
  const RapportPngSize *size;
  GCancellable *cancellable;
  gint *painted;

  guint from; /* first row */
  guint to;   /* the one behind the last */
  gboolean last;

  /* What comes of it */
  GByteArray *packed; /* owned */
  guint32 check;      /* Adler-32 of what was packed */
  gsize length;       /* bytes before packing */
  GError *error;      /* owned, nullable */
} RapportPngBand;

void _rapport_png_band_run   (RapportPngBand *self);
void _rapport_png_band_clear (RapportPngBand *self);

G_END_DECLS
