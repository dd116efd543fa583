/* rapport-list-edits.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-list-plan.h"
#include "rapport-session.h"

G_BEGIN_DECLS

char *rapport_edit_add_list (RapportSession *session, RapportListPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
