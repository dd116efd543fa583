/* rapport-element.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-property.h"
#include "rapport-reading.h"

G_BEGIN_DECLS

typedef struct _RapportMap RapportMap;

#define RAPPORT_TYPE_ELEMENT (rapport_element_get_type ())
G_DECLARE_DERIVABLE_TYPE (RapportElement, rapport_element, RAPPORT, ELEMENT, GObject)

/**
 * RapportElementClass:
 * @xml_name: the element's name in a file
 * @id_letter: the first letter of ids made for it
 * @properties: the table of its type; attributes first, in the order in which they are written
 * @reading_kind: (nullable): what is judged of it, by phase
 *
 * Everything in a map that has an id. A type is its table: nobody writes a branch per property elsewhere.
 */
struct _RapportElementClass
{
  GObjectClass parent_class;

  const char *xml_name;
  char id_letter;
  const RapportProperty *properties;
  guint n_properties;
  const RapportReadingKind *reading_kind;

  /*< private >*/
  GParamSpec **pspecs;
};

/* A reading and what it is a reading of. The strings live as long as the element holds the reading. */
typedef struct
{
  const char *phase;
  const char *perspective; /* %NULL: agreed */
  RapportReading *reading;
} RapportHeldReading;

const char *rapport_element_get_id       (RapportElement *self);
RapportMap *rapport_element_get_map      (RapportElement *self);
const char *rapport_element_get_xml_name (RapportElement *self);
guint       rapport_element_get_position (RapportElement *self);

const RapportProperty *rapport_element_list_properties (RapportElement *self, guint *n);
const RapportProperty *rapport_element_find_property   (RapportElement *self, const char *name);

GVariant   *rapport_element_get         (RapportElement *self, const RapportProperty *property);
const char *rapport_element_get_text    (RapportElement *self, const char *name);
int         rapport_element_get_level   (RapportElement *self, const char *name);
double      rapport_element_get_number  (RapportElement *self, const char *name);
gboolean    rapport_element_get_flag    (RapportElement *self, const char *name);
GVariant   *rapport_element_get_records (RapportElement *self, const char *name);

const RapportReadingKind *rapport_element_get_reading_kind (RapportElement *self);
const RapportReading     *rapport_element_get_reading      (RapportElement *self, const char *phase,
                                                            const char *perspective);
RapportReading           *rapport_element_see              (RapportElement *self, const char *phase,
                                                            const char *perspective)
                                                            G_GNUC_WARN_UNUSED_RESULT;
gboolean                  rapport_element_is_in_phase      (RapportElement *self, const char *phase);
const RapportHeldReading *rapport_element_list_readings    (RapportElement *self, guint *n);

const RapportForeign *rapport_element_get_foreign (RapportElement *self);
gboolean              rapport_element_equal       (RapportElement *a, RapportElement *b);
gboolean              rapport_element_same_values (RapportElement *a, RapportElement *b);

/* While an element is being built: it is in no map, or in one that has no history yet. */
void            rapport_element_init_id       (RapportElement *self, const char *id);
void            rapport_element_init_property (RapportElement *self, const RapportProperty *property,
                                               GVariant *value);
void            rapport_element_init_text     (RapportElement *self, const char *name,
                                               const char *text);
void            rapport_element_init_level    (RapportElement *self, const char *name, int level);
gboolean        rapport_element_init_parsed   (RapportElement *self, const RapportProperty *property,
                                               const char *text, gsize length);
void            rapport_element_init_reading  (RapportElement *self, const char *phase,
                                               const char *perspective, RapportReading *reading);
RapportForeign *rapport_element_init_foreign  (RapportElement *self);

GVariant       *rapport_element_to_variant       (RapportElement *self);
RapportElement *rapport_element_new_from_variant (GVariant *variant);
RapportElement *rapport_element_copy             (RapportElement *self, const char *new_id);

/* For the types' own files. */
void rapport_element_class_set_table (RapportElementClass *klass, const char *xml_name, char id_letter,
                                      const RapportProperty *properties, guint n_properties,
                                      const RapportReadingKind *reading_kind);
void rapport_element_init_table      (RapportElement *self, const RapportProperty *properties,
                                      guint n_properties);

G_END_DECLS
