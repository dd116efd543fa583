/* rapport-appearance.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "rapport-theme.h"

G_BEGIN_DECLS

void          rapport_appearance_init       (void);
RapportScheme rapport_appearance_get_scheme (void);
void          rapport_appearance_follow     (gpointer object, GCallback changed);

G_END_DECLS
