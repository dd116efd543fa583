/* rapport-own-items.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a side of a link gives, told in the partners' own words beside the words of the list.
 */
#pragma once

#include "rapport-form-field.h"

G_BEGIN_DECLS

char   **rapport_own_items_list (const RapportFormField *field, const char *side) G_GNUC_WARN_UNUSED_RESULT;
gboolean rapport_own_items_add  (const RapportFormField *field, const char *side, const char *text);
gboolean rapport_own_items_drop (const RapportFormField *field, const char *side, const char *text);

G_END_DECLS
