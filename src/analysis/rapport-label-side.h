/* rapport-label-side.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* On which side of its stakeholder a name stands, in the order of liking. */
typedef enum
{
  RAPPORT_LABEL_SIDE_BELOW,
  RAPPORT_LABEL_SIDE_RIGHT,
  RAPPORT_LABEL_SIDE_LEFT,
  RAPPORT_LABEL_SIDE_ABOVE,
  RAPPORT_N_LABEL_SIDES,
} RapportLabelSide;

G_END_DECLS
