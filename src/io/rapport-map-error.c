/* rapport-map-error.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-map-error.h"

G_DEFINE_QUARK (rapport-map-error-quark, rapport_map_error)
