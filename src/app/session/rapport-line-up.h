/* rapport-line-up.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-scene.h"
#include "rapport-session.h"

G_BEGIN_DECLS

gboolean rapport_line_up    (RapportSession *session, const RapportScene *scene, const char *way);
gboolean rapport_spread_out (RapportSession *session, const RapportScene *scene, const char *way);

G_END_DECLS
