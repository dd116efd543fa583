/* rapport-transaction-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the history and the transaction's own files alone.
 */
#pragma once

#include "rapport-history.h"
#include "rapport-transaction.h"

G_BEGIN_DECLS

struct _RapportTransaction
{
  RapportHistory *history; /* borrowed */
  RapportMap *map;         /* borrowed */
  char *label;
  char *merge_key; /* nullable */
  GPtrArray *changes; /* of RapportChange, in the order in which they were made */
  gboolean open;
};

RapportTransaction *_rapport_transaction_new    (RapportHistory *history, RapportMap *map,
                                                 const char *label, const char *merge_key);
void                _rapport_transaction_free   (RapportTransaction *self);
void                _rapport_transaction_make   (RapportTransaction *self, RapportChange *change);
void                _rapport_transaction_take_out (RapportTransaction *self, RapportElement *element);

/* What the history does when a transaction ends. */
gboolean            _rapport_history_take       (RapportHistory *history, RapportTransaction *transaction);

G_END_DECLS
