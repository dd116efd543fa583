/* rapport-transaction.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-change.h"

G_BEGIN_DECLS

/**
 * RapportTransaction:
 * A named group of changes, the only way to change a map. Begun by the history, it makes each change at once,
 * so that the next one sees it, and is over with commit or cancel; it never stays open when control returns
 * to the main loop. To use one that is over is a programmer's fault, and said loudly.
 */
typedef struct _RapportTransaction RapportTransaction;

void rapport_transaction_set         (RapportTransaction *self, RapportElement *element,
                                      const RapportProperty *property, GVariant *value);
void rapport_transaction_set_text    (RapportTransaction *self, RapportElement *element,
                                      const char *property, const char *text);
void rapport_transaction_set_level   (RapportTransaction *self, RapportElement *element,
                                      const char *property, int level);
void rapport_transaction_set_number  (RapportTransaction *self, RapportElement *element,
                                      const char *property, double number);
void rapport_transaction_set_flag    (RapportTransaction *self, RapportElement *element,
                                      const char *property, gboolean flag);
void rapport_transaction_set_records (RapportTransaction *self, RapportElement *element,
                                      const char *property, GVariant *records);
void rapport_transaction_set_reading (RapportTransaction *self, RapportElement *element,
                                      const char *phase, const char *perspective,
                                      RapportReading *reading);
void rapport_transaction_insert      (RapportTransaction *self, RapportElement *element,
                                      guint position);
void rapport_transaction_move        (RapportTransaction *self, RapportElement *element,
                                      guint position);
void rapport_transaction_delete      (RapportTransaction *self, RapportElement *element);

void rapport_transaction_copy_phase  (RapportTransaction *self, const char *from, const char *to);

gboolean rapport_transaction_commit  (RapportTransaction *self);
void     rapport_transaction_cancel  (RapportTransaction *self);

G_END_DECLS
