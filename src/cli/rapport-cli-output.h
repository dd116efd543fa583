/* rapport-cli-output.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes @content whole or not at all; @path may be "-". %FALSE where it could not; a sentence was said. */
gboolean rapport_cli_write (const char *path, GBytes *content);

G_END_DECLS
