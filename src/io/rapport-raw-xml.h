/* rapport-raw-xml.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * XML as text: escaping for the writer, and what the reader keeps of parts it does not know.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rapport_raw_xml_append_text      (GString *out, const char *text, gssize length);
void rapport_raw_xml_append_attribute (GString *out, const char *name,
                                       const char *value, gssize length);

G_END_DECLS
