/* rapport-theme.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-theme.h"

#define FONT "Inter, Cantarell, DejaVu Sans, sans-serif"

static const char *const names[] = { "light", "dark", "high-contrast", "print" };

/* Hues that stay apart for people with protanopia, deuteranopia and tritanopia (CIEDE2000 after Machado's matrices:
 * 20.3 at least in light, 16.1 in dark), and whose lightness differs enough to survive greys. */
static const RapportTheme light = {
  .scheme = RAPPORT_SCHEME_LIGHT,
  .font = FONT,
  .background = 0xFFFFFFFF,
  .ink = 0x1A1A1AFF,
  .soft = 0x5A6068FF,
  .reversed = 0xFFFFFFFF,
  .rim = 0xC9CDD2FF,
  .middle = 0xFDFDFDFF,
  .sectors = {
    [RAPPORT_OUTLINE_CIRCLE] = { 0x661C4AFF, 0xFFFFFFFF, 0x661C4A0E },
    [RAPPORT_OUTLINE_SQUARE] = { 0x1557B0FF, 0xFFFFFFFF, 0x1557B00E },
    [RAPPORT_OUTLINE_PENTAGON] = { 0x17A398FF, 0x1A1A1AFF, 0x17A3980E },
    [RAPPORT_OUTLINE_DIAMOND] = { 0xF2B10AFF, 0x1A1A1AFF, 0xF2B10A0E },
    [RAPPORT_OUTLINE_TRIANGLE] = { 0xFFFFFFFF, 0x1A1A1AFF, 0x60606010 },
    [RAPPORT_OUTLINE_HEXAGON] = { 0xFFFFFFFF, 0x1A1A1AFF, 0 },
    [RAPPORT_OUTLINE_NONE] = { 0xFFFFFFFF, 0x1A1A1AFF, 0 },
  },
  .plain_ink = 0.5,
  .line_ink = 0.85,
  .head_ink = 0.95,
  .power_ink = 0.62,
  .power_under = 0.3,
  .fade = 0.25,
  .ghost = 0.35,
  .line_scale = 1,
  .heading = 38,
  .subtitle = 22,
  .label = 22,
  .label_line = 25,
  .legend_heading = 23,
  .legend_row = 22,
  .sector_name = 24,
  .ring_name = 22,
  .chip = 22,
  .halo = 7,
};

static RapportTheme themes[RAPPORT_N_SCHEMES][RAPPORT_N_MEDIA];

static void
make_dark (RapportTheme *self)
{
  self->scheme = RAPPORT_SCHEME_DARK;
  self->background = 0x14171AFF;
  self->ink = 0xF2F2F2FF;
  self->soft = 0xA9B0B8FF;
  self->reversed = 0x14171AFF;
  self->rim = 0x3A4047FF;
  self->middle = 0x181B1FFF;
  self->plain_ink = 0.55;
  self->sectors[RAPPORT_OUTLINE_CIRCLE] = (RapportSectorStyle){ 0xA8447FFF, 0xFFFFFFFF, 0xA8447F17 };
  self->sectors[RAPPORT_OUTLINE_SQUARE] = (RapportSectorStyle){ 0x5C8FE0FF, 0x1A1A1AFF, 0x5C8FE017 };
  self->sectors[RAPPORT_OUTLINE_PENTAGON] = (RapportSectorStyle){ 0x5FD3C0FF, 0x1A1A1AFF, 0x5FD3C017 };
  self->sectors[RAPPORT_OUTLINE_DIAMOND] = (RapportSectorStyle){ 0xFFE08AFF, 0x1A1A1AFF, 0xFFE08A17 };
  self->sectors[RAPPORT_OUTLINE_TRIANGLE] = (RapportSectorStyle){ 0x14171AFF, 0xF2F2F2FF, 0xFFFFFF0C };
  self->sectors[RAPPORT_OUTLINE_HEXAGON] = (RapportSectorStyle){ 0x14171AFF, 0xF2F2F2FF, 0 };
  self->sectors[RAPPORT_OUTLINE_NONE] = (RapportSectorStyle){ 0x14171AFF, 0xF2F2F2FF, 0 };
}

/* Nothing half there: no tints, no soft greys, wider lines, and what is out of focus fades less. */
static void
make_high_contrast (RapportTheme *self)
{
  self->scheme = RAPPORT_SCHEME_HIGH_CONTRAST;
  self->ink = self->soft = 0x000000FF;
  self->rim = 0x595959FF;
  self->middle = 0xFFFFFFFF;
  self->plain_ink = 0.8;
  self->line_ink = 1;
  self->head_ink = 1;
  self->power_ink = 0.75;
  self->power_under = 0.45;
  self->fade = 0.4;
  self->ghost = 0.5;
  self->line_scale = 1.35;
  for (guint i = 0; i < RAPPORT_N_OUTLINES; i++)
    {
      self->sectors[i].tint = 0;
      if (self->sectors[i].letter == 0x1A1A1AFF)
        self->sectors[i].letter = 0x000000FF;
    }
}

/* A copier knows no hue: sectors differ by outline, letter and pattern. */
static void
make_print (RapportTheme *self)
{
  static const RapportPattern patterns[RAPPORT_N_OUTLINES] = {
    [RAPPORT_OUTLINE_SQUARE] = RAPPORT_PATTERN_HATCH,
    [RAPPORT_OUTLINE_PENTAGON] = RAPPORT_PATTERN_DOTS,
    [RAPPORT_OUTLINE_DIAMOND] = RAPPORT_PATTERN_HORIZONTAL,
    [RAPPORT_OUTLINE_TRIANGLE] = RAPPORT_PATTERN_NONE,
  };

  self->scheme = RAPPORT_SCHEME_PRINT;
  self->ink = 0x000000FF;
  self->soft = 0x404040FF;
  self->rim = 0x8C8C8CFF;
  self->middle = 0xFFFFFFFF;
  for (guint i = 0; i < RAPPORT_N_OUTLINES; i++)
    self->sectors[i] = (RapportSectorStyle){ 0xFFFFFFFF, 0x000000FF, 0, patterns[i], 0x000000FF };
  self->sectors[RAPPORT_OUTLINE_CIRCLE] = (RapportSectorStyle){ 0x262626FF, 0xFFFFFFFF, 0 };
}

static gpointer
make_themes (gpointer unused)
{
  for (guint medium = 0; medium < RAPPORT_N_MEDIA; medium++)
    {
      for (guint scheme = 0; scheme < RAPPORT_N_SCHEMES; scheme++)
        {
          themes[scheme][medium] = light;
          themes[scheme][medium].medium = (RapportMedium) medium;
        }
      make_dark (&themes[RAPPORT_SCHEME_DARK][medium]);
      make_high_contrast (&themes[RAPPORT_SCHEME_HIGH_CONTRAST][medium]);
      make_print (&themes[RAPPORT_SCHEME_PRINT][medium]);
    }
  return NULL;
}

/* Returns: (transfer none): never freed, the same every time */
const RapportTheme *
rapport_theme_get (RapportScheme scheme, RapportMedium medium)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail (scheme < RAPPORT_N_SCHEMES && medium < RAPPORT_N_MEDIA, NULL);

  g_once (&once, make_themes, NULL);
  return &themes[scheme][medium];
}

/* @name: (nullable): light, dark, high-contrast or print. Returns: whether it is one of them */
gboolean
rapport_scheme_parse (const char *name, RapportScheme *scheme)
{
  for (guint i = 0; i < RAPPORT_N_SCHEMES; i++)
    if (g_strcmp0 (name, names[i]) == 0)
      {
        *scheme = (RapportScheme) i;
        return TRUE;
      }
  return FALSE;
}

const char *
rapport_scheme_get_name (RapportScheme scheme)
{
  g_return_val_if_fail (scheme < RAPPORT_N_SCHEMES, NULL);
  return names[scheme];
}

/* @sector: (nullable): a sector's id. The users' own sectors share an outline and differ by their letter. */
RapportOutline
rapport_outline_for_sector (const char *sector)
{
  static const char *const built_in[] = { "academia", "nhs", "policy", "third" };

  if (sector == NULL || *sector == '\0')
    return RAPPORT_OUTLINE_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    if (g_str_equal (sector, built_in[i]))
      return (RapportOutline) i;
  return g_str_equal (sector, "across") ? RAPPORT_OUTLINE_HEXAGON : RAPPORT_OUTLINE_TRIANGLE;
}
