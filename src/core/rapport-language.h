/* rapport-language.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void rapport_language_init (void);

G_END_DECLS
