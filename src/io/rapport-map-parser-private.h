/* rapport-map-parser-private.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two halves of the reader share: the events of the parser, and the building of elements.
 */
#pragma once

#include <libxml/parser.h>
#include <string.h>

#include "rapport-map-error.h"
#include "rapport-map-reader.h"
#include "rapport-repairs.h"

G_BEGIN_DECLS

/* More kinds of children than this no element has. */
#define MAX_CHILD_KINDS 24

typedef enum
{
  FRAME_MAP,       /* inside <map> */
  FRAME_CONTAINER, /* inside <stakeholders> and the like */
  FRAME_ELEMENT,   /* inside <stakeholder> and the like */
  FRAME_READING,   /* inside <reading> */
  FRAME_TEXT,      /* inside a child that is a property: its characters count */
} FrameKind;

typedef struct
{
  FrameKind kind;
  const RapportListInfo *list;

  RapportElement *element;   /* borrowed; owned in FRAME_ELEMENT */
  const RapportReadingKind *kind_of_reading; /* what is judged of the element, nullable */
  const RapportProperty *table;              /* of the element or reading that is open */
  guint n_properties;
  RapportReading *reading;   /* owned in FRAME_READING, borrowed in its FRAME_TEXT */
  char *phase;               /* owned, FRAME_READING */
  char *perspective;         /* owned, FRAME_READING, nullable */

  const RapportProperty *property; /* FRAME_TEXT */
  guint first_record;              /* those of the reader's records that ended within come from here */

  /* What stands before a foreign child: an id in a container, elsewhere the name and how often it came. */
  const char *last_name;
  guint last_count;
  const char *last_id; /* of an element of the map, FRAME_CONTAINER */
  guint counts[MAX_CHILD_KINDS];
} Frame;

/* A note of many that one element may have; they are put together when the element ends. */
typedef struct
{
  const RapportProperty *property;
  gsize start; /* of its cells, in the reader's */
  gsize end;
} Record;

typedef struct
{
  xmlParserCtxtPtr parser;
  gpointer feed; /* borrowed while parsing: what the parser has not seen yet */
  const char *name; /* of the file, as shown */
  RapportMap *map;
  RapportRepairs repairs;
  gboolean read_only;
  gboolean seen_root;
  gboolean has_ampersands; /* somewhere in the text */
  const char *namespace;   /* ours, as the parser keeps it: one pointer for one name */
  GError *error;

  Frame frames[6]; /* map, container, element, reading, text: never deeper */
  guint n_frames;

  GHashTable *next_numbers; /* nullable: for each id that was taken, the number to try next */

  GString *text;    /* characters of a property */
  GArray *records;  /* of Record: those that ended within elements that are still open */
  GString *cells;   /* of those records, each text with its NUL */
  GString *unknown; /* attributes of the record that is open, as XML */
  GString *same;    /* scratch: the cells of all records of one property */
  GString *stray;   /* characters where only elements belong, which may come in pieces */
  GString *raw;     /* a foreign part being kept */
  guint raw_depth;  /* elements open within it */
  gsize raw_opened; /* where its last start tag ended */
  gboolean raw_known; /* it would be taken for a known part if it stood elsewhere, or alone */

  guint depth;
  guint n_elements;
} Reader;

/* An attribute as libxml2 hands it over: name, prefix, URI, start and end of the value. */
typedef struct
{
  const char *name;
  const char *prefix;
  const char *uri;
  const char *value;
  gsize length;
} Attribute;

#define READER_MAX_ATTRIBUTES (RAPPORT_MAX_ATTRIBUTES + 1)

/* Names differ in their first letter more often than not. */
static inline gboolean
same_name (const char *a, const char *b)
{
  return a[0] == b[0] && strcmp (a, b) == 0;
}

Frame *_rapport_reader_top  (Reader *self);
Frame *_rapport_reader_push (Reader *self, FrameKind kind);
void   _rapport_reader_pop  (Reader *self);
void   _rapport_reader_fail (Reader *self, RapportMapError code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
guint  _rapport_reader_line (Reader *self);

/* Each takes the start of a known element; FALSE = not known here, to be kept as it is. */
gboolean _rapport_reader_knows_child     (Reader *self, Frame *frame, const char *name);
gboolean _rapport_reader_start_root      (Reader *self, const char *name, const char *uri,
                                          const Attribute *attributes, guint n);
gboolean _rapport_reader_start_container (Reader *self, const char *name,
                                          const Attribute *attributes, guint n);
gboolean _rapport_reader_start_element   (Reader *self, const char *name,
                                          const Attribute *attributes, guint n);
gboolean _rapport_reader_start_child     (Reader *self, const char *name,
                                          const Attribute *attributes, guint n);
void     _rapport_reader_end_frame       (Reader *self);
char    *_rapport_reader_qualified_name (const Attribute *attribute) G_GNUC_WARN_UNUSED_RESULT;
void     _rapport_reader_keep_attribute (RapportForeign *foreign, const Attribute *attribute);
void     _rapport_reader_keep_attribute_of_text (RapportForeign *foreign, const RapportProperty *text,
                                                 const Attribute *attribute);
void     _rapport_reader_keep_container_attributes (Reader *self, RapportList list,
                                                    gboolean is_further_piece,
                                                    const Attribute *attributes, guint n);
void     _rapport_reader_keep_namespace  (Reader *self, const char *prefix, const char *uri);
void     _rapport_reader_keep_raw        (Reader *self, const char *xml);
char    *_rapport_reader_decode          (const char *value, gsize *length) G_GNUC_WARN_UNUSED_RESULT;
char    *_rapport_reader_decode_uri      (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
void     _rapport_reader_raw_start       (Reader *self, const char *name, const char *prefix,
                                          const char *uri, int n_namespaces,
                                          const xmlChar **namespaces, const Attribute *attributes,
                                          guint n_attributes);
void     _rapport_reader_raw_end         (Reader *self, const char *name, const char *prefix);
void     _rapport_reader_keep_known      (Reader *self, const char *xml);
void     _rapport_reader_finish          (Reader *self);

G_END_DECLS
