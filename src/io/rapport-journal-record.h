/* rapport-journal-record.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportJournalRecord:
 * One record of a recovery journal: how long it is, a checksum, what it is, and a variant. A file that was cut
 * short or damaged is good up to the first record that is not whole.
 */
typedef enum
{
  RAPPORT_RECORD_HEAD = 'H',    /* (ayssay): path or "", which need not be UTF-8, title, SHA-256 of the base or "", the base itself */
  RAPPORT_RECORD_CHANGES = 'C', /* (sav): label, changes as applied forward */
  RAPPORT_RECORD_SAVING = 'S',  /* s: SHA-256 of what is being saved */
} RapportRecordKind;

#define RAPPORT_JOURNAL_MAGIC "RapportJournal 1\n"

GBytes   *rapport_journal_record_pack   (RapportRecordKind kind, GVariant *content)
    G_GNUC_WARN_UNUSED_RESULT;
GVariant *rapport_journal_record_unpack (const guint8 *data, gsize size, gsize *at,
                                         RapportRecordKind *kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
