/* rapport-colour.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-theme.h"

#include <math.h>

/* @alpha: 0 to 1. Returns: @colour with its own opacity replaced */
RapportColour
rapport_colour_with_alpha (RapportColour colour, double alpha)
{
  return (colour & 0xFFFFFF00) | (RapportColour) lround (CLAMP (alpha, 0, 1) * 255);
}

static guint
mix (guint above, guint below, double alpha)
{
  return (guint) lround (alpha * above + (1 - alpha) * below);
}

/* Returns: what is seen where @colour lies on the opaque @background; opaque */
RapportColour
rapport_colour_over (RapportColour colour, RapportColour background)
{
  double alpha = (colour & 0xFF) / 255.0;

  return (mix (colour >> 24, background >> 24, alpha) << 24)
         | (mix (colour >> 16 & 0xFF, background >> 16 & 0xFF, alpha) << 16)
         | (mix (colour >> 8 & 0xFF, background >> 8 & 0xFF, alpha) << 8) | 0xFF;
}

static double
linear (guint channel)
{
  double value = channel / 255.0;

  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (RapportColour colour)
{
  return 0.2126 * linear (colour >> 24) + 0.7152 * linear (colour >> 16 & 0xFF)
         + 0.0722 * linear (colour >> 8 & 0xFF);
}

/* The contrast of two opaque colours, 1 to 21, as the Web Content Accessibility Guidelines define it. */
double
rapport_colour_contrast (RapportColour a, RapportColour b)
{
  double la = luminance (a), lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
