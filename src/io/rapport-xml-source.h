/* rapport-xml-source.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *rapport_xml_source_prepare (GBytes *bytes, const char *name, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
