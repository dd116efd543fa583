/* rapport-font-context-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* All text is shaped at this size, in map units, and scaled from there: without hinting letters scale exactly, and a
 * font is loaded once instead of once for every size. */
#define RAPPORT_FONT_SIZE 64

PangoContext         *_rapport_font_context_new (void);
PangoFontDescription *_rapport_font_describe    (const char *family, int weight);

G_END_DECLS
