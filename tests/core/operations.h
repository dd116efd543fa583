/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rapport-history.h"

/**
 * Operation:
 * One thing done to a map, as plain numbers: any numbers are an operation, whatever the map holds, so that
 * sequences can be drawn at random, shortened, and read from a fuzzer's bytes.
 */
typedef struct
{
  guint8 kind; /* modulo N_OPERATIONS */
  guint8 a;
  guint16 b;
  guint16 c;
  guint16 d;
} Operation;

typedef enum
{
  OPERATION_INSERT,
  OPERATION_SET,
  OPERATION_SET_READING,
  OPERATION_DELETE,
  OPERATION_MOVE,
  OPERATION_COPY_PHASE,
  OPERATION_BEGIN,
  OPERATION_COMMIT,
  OPERATION_CANCEL,
  OPERATION_UNDO,
  OPERATION_REDO,
  OPERATION_SAVED,
  OPERATION_STOP_MERGING,
  N_OPERATIONS,
} OperationKind;

const char *operation_get_name (const Operation *operation);
void        operations_draw    (GRand *random, Operation *operations, guint n);

/**
 * Player:
 * A map of a few elements of every type, its history, and those who watch whether all they are told is true.
 */
typedef struct _Player Player;

Player         *player_new         (void);
void            player_free        (Player *self);
RapportMap     *player_get_map     (Player *self);
RapportHistory *player_get_history (Player *self);
void            player_play        (Player *self, const Operation *operation);

/* Commits what is open. */
void            player_close       (Player *self);

/* Returns: (transfer full) (nullable): what is wrong now */
char           *player_check       (Player *self);

/* Plays all, then undoes and redoes all. Returns: (transfer full) (nullable): what was wrong */
char           *operations_run     (const Operation *operations, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Player, player_free)
