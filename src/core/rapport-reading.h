/* rapport-reading.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "rapport-foreign.h"
#include "rapport-property.h"

G_BEGIN_DECLS

/**
 * RapportReading:
 * What people judge of a stakeholder, a link or a leading function, for one phase and, where it differs,
 * one perspective. Immutable and reference-counted, so that copying a phase costs a pointer a holder.
 * Not discussed and views differ are values of their own, never 0.
 */
typedef struct _RapportReading RapportReading;

/* The table of one kind of reading. @xml_name is the element that holds it in a file. */
typedef struct
{
  const char *xml_name;
  const RapportProperty *properties;
  guint n_properties;
  gsize size;
} RapportReadingKind;

struct _RapportReading
{
  /*< private >*/
  gatomicrefcount refs;
  const RapportReadingKind *kind;
  RapportForeign *foreign; /* owned, nullable */
};

/* The two sides of a link. */
typedef enum
{
  RAPPORT_SIDE_A,
  RAPPORT_SIDE_B,
} RapportSide;

RapportReading *rapport_reading_new   (const RapportReadingKind *kind);
RapportReading *rapport_reading_ref   (const RapportReading *self);
void            rapport_reading_unref (RapportReading *self);

/* While a reading is being built and nobody else holds it. */
gboolean        rapport_reading_init_field   (RapportReading *self, const RapportProperty *field,
                                              const char *text, gsize length);
void            rapport_reading_init_value   (RapportReading *self, const RapportProperty *field,
                                              GVariant *value);
RapportForeign *rapport_reading_init_foreign (RapportReading *self);

RapportReading *rapport_reading_with       (const RapportReading *base, const RapportProperty *field,
                                            GVariant *value) G_GNUC_WARN_UNUSED_RESULT;
RapportReading *rapport_reading_with_level (const RapportReading *base, const char *field,
                                            int level) G_GNUC_WARN_UNUSED_RESULT;
RapportReading *rapport_reading_with_text  (const RapportReading *base, const char *field,
                                            const char *text) G_GNUC_WARN_UNUSED_RESULT;
RapportReading *rapport_reading_over       (const RapportReading *override,
                                            const RapportReading *agreed) G_GNUC_WARN_UNUSED_RESULT;

const RapportProperty *rapport_reading_find_field (const RapportReading *self, const char *name);
GVariant              *rapport_reading_get        (const RapportReading *self,
                                                   const RapportProperty *field);
int                    rapport_reading_get_level  (const RapportReading *self, const char *field);
const char            *rapport_reading_get_text   (const RapportReading *self, const char *field);
const RapportForeign  *rapport_reading_get_foreign (const RapportReading *self);
gboolean               rapport_reading_equal      (const RapportReading *a, const RapportReading *b);
gboolean               rapport_reading_same_values (const RapportReading *a,
                                                    const RapportReading *b);

GVariant       *rapport_reading_to_variant   (const RapportReading *self);
RapportReading *rapport_reading_from_variant (const RapportReadingKind *kind, GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RapportReading, rapport_reading_unref)

G_END_DECLS
