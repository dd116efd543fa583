/* rapport-link-answers.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asked about a link, and writing the answers down: in the phase and the view on show, through the history,
 * each answer a step of its own.
 */
#pragma once

#include "rapport-session.h"

G_BEGIN_DECLS

/* The rows of a card at most: two questions for two sides. */
#define RAPPORT_LINK_MAX_ROWS 4
#define RAPPORT_LINK_QUESTIONS (RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER)

/* One row: one question about one side. */
typedef struct
{
  const char *field; /* of the reading, such as "gives-a" */
  RapportSide side;
  guint show;        /* the question that it belongs to */
} RapportLinkRow;

guint           rapport_link_rows_list      (guint show, RapportLinkRow rows[RAPPORT_LINK_MAX_ROWS]);
const char     *rapport_link_level_name     (int level);

RapportElement *rapport_link_get_stakeholder (RapportElement *link, RapportSide side);
char           *rapport_link_see_side_name   (RapportSession *session, RapportElement *link, RapportSide side);
const char     *rapport_link_get_side_name   (RapportElement *link, RapportSide side);

gboolean        rapport_link_can_answer     (RapportSession *session, RapportElement *link);
int             rapport_link_get_answer     (RapportSession *session, RapportElement *link,
                                             const char *field, const char *view);
void            rapport_link_set_answer     (RapportSession *session, RapportElement *link,
                                             const RapportLinkRow *row, const char *view, int level);
void            rapport_link_set_value      (RapportSession *session, RapportElement *link,
                                             const char *field, GVariant *value, const char *label);
void            rapport_link_set_differ     (RapportSession *session, RapportElement *link,
                                             const RapportLinkRow *row, gboolean differ);
GPtrArray      *rapport_link_list_views     (RapportSession *session, RapportElement *link,
                                             const char *field);

G_END_DECLS
