/* rapport-svg-buffer-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-geometry.h"

G_BEGIN_DECLS

/**
 * RapportSvgBuffer:
 * Bytes of an SVG file while it is written. Numbers are printed by hand: always with a point, two decimals at
 * the most, and several times as fast as any printf.
 */
typedef struct
{
  char *data; /* owned */
  gsize length;
  gsize room;
} RapportSvgBuffer;

void    _rapport_svg_buffer_init   (RapportSvgBuffer *self, gsize room);
void    _rapport_svg_buffer_clear  (RapportSvgBuffer *self);
GBytes *_rapport_svg_buffer_finish (RapportSvgBuffer *self);

void _rapport_svg_buffer_add        (RapportSvgBuffer *self, const char *text);
void _rapport_svg_buffer_add_char   (RapportSvgBuffer *self, char c);
void _rapport_svg_buffer_add_number (RapportSvgBuffer *self, double number);
void _rapport_svg_buffer_add_colour (RapportSvgBuffer *self, RapportColour colour);
void _rapport_svg_buffer_add_text   (RapportSvgBuffer *self, const char *text);

G_END_DECLS
