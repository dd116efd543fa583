/* rapport-property.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RapportKind:
 * What a property holds. All string-like kinds live in a `char *`; %NULL is "not given".
 *
 * @RAPPORT_KIND_TEXT: words a person wrote
 * @RAPPORT_KIND_WORD: one word of a vocabulary; an unknown word is kept verbatim
 * @RAPPORT_KIND_WORDS: a set of words, separated by single spaces, in the order given
 * @RAPPORT_KIND_DATE: YYYY, YYYY-MM or YYYY-MM-DD
 * @RAPPORT_KIND_REFERENCE: the id of another element
 * @RAPPORT_KIND_REFERENCES: ids, separated by single spaces
 * @RAPPORT_KIND_NUMBER: a finite double; NaN is "not given"
 * @RAPPORT_KIND_LEVEL: a small whole number, or one of the RAPPORT_LEVEL_ values
 * @RAPPORT_KIND_COUNT: a whole number from min to max; %G_MININT is "not given"
 * @RAPPORT_KIND_FLAG: yes or no; no is not written
 * @RAPPORT_KIND_RECORDS: a list of child elements with a few attributes and a text, "aas"
 */
typedef enum
{
  RAPPORT_KIND_TEXT,
  RAPPORT_KIND_WORD,
  RAPPORT_KIND_WORDS,
  RAPPORT_KIND_DATE,
  RAPPORT_KIND_REFERENCE,
  RAPPORT_KIND_REFERENCES,
  RAPPORT_KIND_NUMBER,
  RAPPORT_KIND_LEVEL,
  RAPPORT_KIND_COUNT,
  RAPPORT_KIND_FLAG,
  RAPPORT_KIND_RECORDS,
} RapportKind;

/* Levels are -2..5; these stand beside them and are never numbers to reckon with. */
enum
{
  RAPPORT_LEVEL_UNSET = -100,         /* absent: not discussed, or in a perspective: as agreed */
  RAPPORT_LEVEL_NOT_DISCUSSED = -101, /* "-" in a perspective */
  RAPPORT_LEVEL_DIFFER = -102,        /* views differ and there is no common value */
};

/* What happens to a reference when the element that it names is deleted. */
typedef enum
{
  RAPPORT_ON_DELETE_NOTHING, /* not a reference, or one that may dangle */
  RAPPORT_ON_DELETE_CLEAR,   /* the reference is taken away */
  RAPPORT_ON_DELETE_DROP,    /* the id is dropped from the list */
  RAPPORT_ON_DELETE_DROP_OR_GO, /* as DROP; the element goes too when its last id went */
  RAPPORT_ON_DELETE_GO,      /* the element goes too */
} RapportOnDelete;

/* A word as stored and as said on screen. */
typedef struct
{
  const char *word;
  const char *title; /* translatable */
} RapportWord;

/**
 * RapportProperty:
 * One row of a type's table. The table drives reader, writer, journal, history and inspector.
 */
typedef struct
{
  const char *name;
  const char *xml_name;         /* where it is not @name */
  RapportKind kind;
  gboolean in_element;          /* written as a child element, not as an attribute */
  guint offset;                 /* of the field in the structure that the table describes */
  int min;                      /* LEVEL and COUNT */
  int max;
  gboolean judged;              /* LEVEL: may be "-" and "differ" */
  gboolean fixed;               /* made by the reader; no transaction sets it */
  const RapportWord *words;     /* WORD, WORDS and FLAG; ended by a %NULL word */
  RapportOnDelete on_delete;
  const char *const *columns;   /* RECORDS: attribute names, ended by %NULL */
  gsize max_length;             /* TEXT: bytes shown; 0 = the limit of notes */
  const char *title;            /* translatable, the users' word */
  const char *help;             /* translatable, one sentence */
} RapportProperty;

/* Bytes of a name that are shown; longer ones stay whole in the file. */
#define RAPPORT_LABEL_LIMIT (64 * 1024)
/* Bytes of a note or another long text. */
#define RAPPORT_NOTE_LIMIT (1024 * 1024)

#define RAPPORT_FIELD(Type, field) .offset = G_STRUCT_OFFSET (Type, field)

const char *rapport_property_get_xml_name (const RapportProperty *property);
gboolean    rapport_property_is_string    (const RapportProperty *property);
gboolean    rapport_property_is_reference (const RapportProperty *property);

/* A field is the place of a property in a structure. */
void      rapport_field_init   (const RapportProperty *property, gpointer record);
void      rapport_field_clear  (const RapportProperty *property, gpointer record);
void      rapport_field_copy   (const RapportProperty *property, gpointer record, gconstpointer from);
gboolean  rapport_field_is_set (const RapportProperty *property, gconstpointer record);
gboolean  rapport_field_equal  (const RapportProperty *property, gconstpointer a, gconstpointer b);
GVariant *rapport_field_get    (const RapportProperty *property, gconstpointer record);
void      rapport_field_set    (const RapportProperty *property, gpointer record, GVariant *value);
gboolean  rapport_field_parse  (const RapportProperty *property, gpointer record,
                                const char *text, gsize length);
void      rapport_field_take_records (const RapportProperty *property, gpointer record, GVariant *records);
void      rapport_field_print  (const RapportProperty *property, gconstpointer record, GString *out);

const char *rapport_field_get_string  (const RapportProperty *property, gconstpointer record);
int         rapport_field_get_level   (const RapportProperty *property, gconstpointer record);
double      rapport_field_get_number  (const RapportProperty *property, gconstpointer record);
GVariant   *rapport_field_get_records (const RapportProperty *property, gconstpointer record);

gboolean  rapport_property_accepts (const RapportProperty *property, GVariant *value);
GVariant *rapport_property_clean   (const RapportProperty *property, GVariant *value);

const RapportProperty *rapport_properties_find     (const RapportProperty *table, guint n,
                                                    const char *name);
const RapportProperty *rapport_properties_find_xml (const RapportProperty *table, guint n,
                                                    const char *xml_name);

G_END_DECLS
