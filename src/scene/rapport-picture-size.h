/* rapport-picture-size.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-geometry.h"

G_BEGIN_DECLS

/**
 * RapportPictureSize:
 * How large a picture becomes, and how large the page is that a scene is made for, so that its text can be read at
 * that size.
 */
typedef struct
{
  gboolean paper;     /* in millimetres, else in pixels */
  double width;
  double height;
  double page_width;  /* of the scene, in map units */
  double page_height;
} RapportPictureSize;

/* The size of a projector, 1920 × 1080 pixels. */
void     rapport_picture_size_init  (RapportPictureSize *self);
gboolean rapport_picture_size_parse (RapportPictureSize *self, const char *text, GError **error);

G_END_DECLS
