/* rapport-journal.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-history.h"

G_BEGIN_DECLS

/**
 * RapportJournal:
 * Writes down what a history commits, as it happens, so that a crash costs seconds and not the afternoon. One
 * file of mode 0600 in the user's state folder (0700), written and synced by a thread: within a second of the
 * last edit, five at most. The file is locked while its program lives.
 */
#define RAPPORT_TYPE_JOURNAL (rapport_journal_get_type ())
G_DECLARE_FINAL_TYPE (RapportJournal, rapport_journal, RAPPORT, JOURNAL, GObject)

RapportJournal *rapport_journal_new      (RapportHistory *history, const char *path,
                                          const char *sha256, GError **error);

void            rapport_journal_begin_saving (RapportJournal *self, const char *sha256, gboolean *done);
gboolean        rapport_journal_wait     (RapportJournal *self, gboolean *done);
gboolean        rapport_journal_saving   (RapportJournal *self, const char *sha256);
void            rapport_journal_saved    (RapportJournal *self, const char *path, const char *sha256);
void            rapport_journal_flush    (RapportJournal *self);
void            rapport_journal_close    (RapportJournal *self);

const char     *rapport_journal_get_file (RapportJournal *self);
gboolean        rapport_journal_is_failing (RapportJournal *self);

G_END_DECLS
