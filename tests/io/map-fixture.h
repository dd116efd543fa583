/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Short words for what the tests of reading and writing do over and over.
 */
#pragma once

#include "rapport-history.h"
#include "rapport-map-error.h"
#include "rapport-map-reader.h"

G_BEGIN_DECLS

/* Round what a test is about, so that only that has to be written down. */
#define MAP(inside) \
  "<map xmlns=\"urn:x-rapport:map\" version=\"1.0\" min-reader=\"1\">" inside "</map>"
#define STAKEHOLDERS(inside) MAP ("<stakeholders>" inside "</stakeholders>")

RapportMapReading *read_map      (const char *text);
RapportMap        *read_only_map (const char *text);
char              *write_map     (RapportMap *map);
char              *save_and_load (RapportMap *map);

void assert_notices   (RapportMapReading *reading, const char *const *sentences);
void assert_reads     (const char *text, const char *sentence);
void assert_refused   (GBytes *bytes, RapportMapError code, const char *sentence);
void assert_contains  (const char *text, const char *part);
void assert_stable    (const char *text);

GPtrArray *list_maps  (const char *folder);
GBytes    *load_bytes (const char *path);

gboolean   is_long    (void);

G_END_DECLS
