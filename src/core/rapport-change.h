/* rapport-change.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-map.h"

G_BEGIN_DECLS

/* There are three kinds of change and no more; a reading is set like a property. */
typedef enum
{
  RAPPORT_CHANGE_SET,
  RAPPORT_CHANGE_SET_READING,
  RAPPORT_CHANGE_INSERT,
  RAPPORT_CHANGE_REMOVE,
} RapportChangeKind;

/**
 * RapportChange:
 * One change that was made, with all that undoing it needs. Immutable once it is told.
 */
typedef struct
{
  RapportChangeKind kind;
  RapportElement *element; /* owned */

  /* SET */
  const RapportProperty *property;
  GVariant *old_value; /* owned, nullable */
  GVariant *new_value; /* owned, nullable */

  /* SET_READING */
  char *phase;                  /* owned */
  char *perspective;            /* owned, nullable */
  RapportReading *old_reading;  /* owned, nullable */
  RapportReading *new_reading;  /* owned, nullable */

  /* INSERT, REMOVE */
  guint position;
} RapportChange;

RapportChange *rapport_change_new_set         (RapportElement *element,
                                               const RapportProperty *property,
                                               GVariant *old_value, GVariant *new_value);
RapportChange *rapport_change_new_set_reading (RapportElement *element, const char *phase,
                                               const char *perspective,
                                               const RapportReading *old_reading,
                                               RapportReading *new_reading);
RapportChange *rapport_change_new_insert      (RapportElement *element, guint position);
RapportChange *rapport_change_new_remove      (RapportElement *element, guint position);
RapportChange *rapport_change_invert          (const RapportChange *self);
void           rapport_change_free            (RapportChange *self);

/* Makes the change in @map; for the history and the journal's replay. */
gboolean       rapport_change_fits            (const RapportChange *self, RapportMap *map);
void           _rapport_change_apply          (const RapportChange *self, RapportMap *map);
gboolean       _rapport_change_absorb         (RapportChange *self, const RapportChange *later);

GVariant      *rapport_change_to_variant      (const RapportChange *self);
RapportChange *rapport_change_from_variant    (GVariant *variant, RapportMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportChange, rapport_change_free)

G_END_DECLS
