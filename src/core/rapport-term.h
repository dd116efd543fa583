/* rapport-term.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-element.h"

G_BEGIN_DECLS

/**
 * RapportTerm:
 * A word that partners use, and what it means in plain words.
 */
#define RAPPORT_TYPE_TERM (rapport_term_get_type ())
G_DECLARE_FINAL_TYPE (RapportTerm, rapport_term, RAPPORT, TERM, RapportElement)

RapportElement *rapport_term_new (const char *id);
const char     *rapport_term_get_state (RapportTerm *self);
const char     *rapport_term_get_used_by (RapportTerm *self);
const char     *rapport_term_get_word (RapportTerm *self);
const char     *rapport_term_get_plain (RapportTerm *self);

G_END_DECLS
