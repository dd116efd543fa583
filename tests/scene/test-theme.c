/* test-theme.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether everything can be seen, reckoned for every theme: contrasts, hues as colour-blind people see them, and what
 * remains without hue.
 */
#include "scene-measure.h"

#include <math.h>

#include "rapport-theme.h"

#define TEXT 4.5
#define MARK 3.0

/* Each background that text or marks may lie on. */
static guint
list_grounds (const RapportTheme *theme, RapportColour *grounds)
{
  guint n = 0;

  grounds[n++] = theme->background;
  grounds[n++] = theme->middle;
  for (guint i = 0; i < RAPPORT_N_OUTLINES; i++)
    grounds[n++] = rapport_colour_over (theme->sectors[i].tint, theme->background);
  return n;
}

static void
check (const RapportTheme *theme, const char *what, RapportColour colour, double share, double least)
{
  RapportColour grounds[RAPPORT_N_OUTLINES + 2];
  guint n = list_grounds (theme, grounds);

  for (guint i = 0; i < n; i++)
    {
      RapportColour seen = rapport_colour_over (rapport_colour_with_alpha (colour, share), grounds[i]);
      double contrast = rapport_colour_contrast (seen, grounds[i]);

      if (contrast < least)
        g_test_message ("%s: %s: %.2f", rapport_scheme_get_name (theme->scheme), what, contrast);
      g_assert_cmpfloat (contrast, >=, least);
    }
}

static void
test_contrast (gconstpointer data)
{
  const RapportTheme *theme = data;

  check (theme, "ink", theme->ink, 1, 7);
  check (theme, "soft", theme->soft, 1, TEXT);
  check (theme, "lines", theme->ink, theme->line_ink, MARK);
  check (theme, "heads", theme->ink, theme->head_ink, MARK);
  check (theme, "power", theme->ink, theme->power_ink, MARK);
  check (theme, "plain links", theme->ink, theme->plain_ink, MARK);
  check (theme, "pips", theme->ink, 0.62, MARK);
  g_assert_cmpfloat (rapport_colour_contrast (theme->reversed, theme->ink), >=, 7);
}

/* A letter on its outline; where there is a pattern, on the halo that clears it. */
static void
test_letters (gconstpointer data)
{
  const RapportTheme *theme = data;

  for (guint i = 0; i < RAPPORT_N_OUTLINES; i++)
    {
      const RapportSectorStyle *style = &theme->sectors[i];
      double contrast = rapport_colour_contrast (style->letter, rapport_colour_over (style->fill, theme->background));

      g_test_message ("outline %u: %.2f", i, contrast);
      g_assert_cmpfloat (contrast, >=, TEXT);
    }
}

/* --- Hue: Machado, Oliveira and Fernandes (2009), severity 1; differences by CIEDE2000 --- */

static const double deficiencies[3][9] = {
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

typedef struct
{
  double l, a, b;
} Lab;

static double
to_linear (guint channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
pivot (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static Lab
to_lab (RapportColour colour, const double *m)
{
  double in[3] = { to_linear (colour >> 24), to_linear (colour >> 16 & 0xFF), to_linear (colour >> 8 & 0xFF) };
  double rgb[3], x, y, z;

  for (guint i = 0; i < 3; i++)
    rgb[i] = CLAMP (m[3 * i] * in[0] + m[3 * i + 1] * in[1] + m[3 * i + 2] * in[2], 0, 1);
  x = pivot ((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
  y = pivot (0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
  z = pivot ((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
  return (Lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

static double
get_hue (double a, double b)
{
  return a == 0 && b == 0 ? 0 : fmod (atan2 (b, a) * 180 / G_PI + 360, 360);
}

static double
cosine (double degrees)
{
  return cos (degrees * G_PI / 180);
}

static double
get_mean_hue (double h1, double h2, double product)
{
  if (product == 0)
    return h1 + h2;
  if (fabs (h1 - h2) <= 180)
    return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

static double
get_difference (Lab p, Lab q)
{
  double c = (hypot (p.a, p.b) + hypot (q.a, q.b)) / 2, c7 = pow (c, 7), g = 0.5 * (1 - sqrt (c7 / (c7 + 6103515625.0)));
  double a1 = (1 + g) * p.a, a2 = (1 + g) * q.a, c1 = hypot (a1, p.b), c2 = hypot (a2, q.b);
  double h1 = get_hue (a1, p.b), h2 = get_hue (a2, q.b), dh = h2 - h1, mh = get_mean_hue (h1, h2, c1 * c2);
  double dl = q.l - p.l, dc = c2 - c1, ml = (p.l + q.l) / 2 - 50, mc = (c1 + c2) / 2, t, sl, sc, sh, rt;

  dh += dh > 180 ? -360 : dh < -180 ? 360 : 0;
  dh = c1 * c2 == 0 ? 0 : 2 * sqrt (c1 * c2) * sin (dh * G_PI / 360);
  t = 1 - 0.17 * cosine (mh - 30) + 0.24 * cosine (2 * mh) + 0.32 * cosine (3 * mh + 6) - 0.2 * cosine (4 * mh - 63);
  sl = 1 + 0.015 * ml * ml / sqrt (20 + ml * ml);
  sc = 1 + 0.045 * mc;
  sh = 1 + 0.015 * mc * t;
  c7 = pow (mc, 7);
  rt = -2 * sqrt (c7 / (c7 + 6103515625.0)) * sin (G_PI / 3 * exp (-pow ((mh - 275) / 25, 2)));
  return sqrt (pow (dl / sl, 2) + pow (dc / sc, 2) + pow (dh / sh, 2) + rt * dc / sc * dh / sh);
}

static double
get_least_difference (const RapportTheme *theme)
{
  double least = G_MAXDOUBLE;

  for (guint kind = 0; kind < 3; kind++)
    for (guint i = 0; i < 4; i++)
      for (guint j = i + 1; j < 4; j++)
        least = MIN (least, get_difference (to_lab (theme->sectors[i].fill, deficiencies[kind]),
                                            to_lab (theme->sectors[j].fill, deficiencies[kind])));
  return least;
}

static void
test_colour_blind (void)
{
  double light = get_least_difference (rapport_theme_get (RAPPORT_SCHEME_LIGHT, RAPPORT_MEDIUM_PAPER));
  double dark = get_least_difference (rapport_theme_get (RAPPORT_SCHEME_DARK, RAPPORT_MEDIUM_PAPER));
  double high = get_least_difference (rapport_theme_get (RAPPORT_SCHEME_HIGH_CONTRAST, RAPPORT_MEDIUM_PAPER));

  g_test_message ("least difference: light %.1f, dark %.1f, high contrast %.1f", light, dark, high);
  g_assert_cmpfloat (light, >=, 20.2);
  g_assert_cmpfloat (dark, >=, 16.0);
  g_assert_cmpfloat (high, >=, 20.2);
}

/* --- Without hue --- */

static void
test_print_has_no_hue (void)
{
  const RapportTheme *theme = rapport_theme_get (RAPPORT_SCHEME_PRINT, RAPPORT_MEDIUM_PAPER);

  for (guint i = 0; i < 4; i++)
    {
      const RapportSectorStyle *style = &theme->sectors[i];

      g_assert_cmphex (style->fill >> 24, ==, style->fill >> 16 & 0xFF);
      g_assert_cmphex (style->fill >> 24, ==, style->fill >> 8 & 0xFF);
      for (guint j = i + 1; j < 4; j++)
        g_assert_true (style->pattern != theme->sectors[j].pattern || style->fill != theme->sectors[j].fill);
    }
}

static void
test_outlines (void)
{
  g_assert_cmpint (rapport_outline_for_sector ("academia"), ==, RAPPORT_OUTLINE_CIRCLE);
  g_assert_cmpint (rapport_outline_for_sector ("nhs"), ==, RAPPORT_OUTLINE_SQUARE);
  g_assert_cmpint (rapport_outline_for_sector ("policy"), ==, RAPPORT_OUTLINE_PENTAGON);
  g_assert_cmpint (rapport_outline_for_sector ("third"), ==, RAPPORT_OUTLINE_DIAMOND);
  g_assert_cmpint (rapport_outline_for_sector ("public"), ==, RAPPORT_OUTLINE_TRIANGLE);
  g_assert_cmpint (rapport_outline_for_sector ("across"), ==, RAPPORT_OUTLINE_HEXAGON);
  g_assert_cmpint (rapport_outline_for_sector (NULL), ==, RAPPORT_OUTLINE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint scheme = 0; scheme < RAPPORT_N_SCHEMES; scheme++)
    for (guint medium = 0; medium < RAPPORT_N_MEDIA; medium++)
      {
        const RapportTheme *theme = rapport_theme_get ((RapportScheme) scheme, (RapportMedium) medium);
        g_autofree char *contrast = g_strdup_printf ("/theme/contrast/%s/%u",
                                                     rapport_scheme_get_name (theme->scheme), medium);
        g_autofree char *letters = g_strdup_printf ("/theme/letters/%s/%u",
                                                    rapport_scheme_get_name (theme->scheme), medium);

        g_test_add_data_func (contrast, theme, test_contrast);
        g_test_add_data_func (letters, theme, test_letters);
      }
  g_test_add_func ("/theme/colour-blind", test_colour_blind);
  g_test_add_func ("/theme/print-has-no-hue", test_print_has_no_hue);
  g_test_add_func ("/theme/outlines", test_outlines);
  return g_test_run ();
}
