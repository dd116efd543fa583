/* rapport-response.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportResponse:
 * What the partnership will try, by whom, and when it looks at it again.
 */
#define RAPPORT_TYPE_RESPONSE (rapport_response_get_type ())
G_DECLARE_FINAL_TYPE (RapportResponse, rapport_response, RAPPORT, RESPONSE, RapportElement)

RapportElement *rapport_response_new (const char *id);
const char     *rapport_response_get_kind (RapportResponse *self);
const char     *rapport_response_get_by (RapportResponse *self);
const char     *rapport_response_get_structure (RapportResponse *self);
const char     *rapport_response_get_marks (RapportResponse *self);
const char     *rapport_response_get_status (RapportResponse *self);
const char     *rapport_response_get_look_again (RapportResponse *self);
const char     *rapport_response_get_level (RapportResponse *self);
const char     *rapport_response_get_what (RapportResponse *self);

G_END_DECLS
