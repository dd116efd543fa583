/* rapport-recent-maps.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The maps that were opened or saved last, as the desktop keeps them.
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

void       rapport_recent_maps_add  (RapportSession *session);
GPtrArray *rapport_recent_maps_list (guint most);

G_END_DECLS
