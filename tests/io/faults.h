/* faults.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes system calls of the code under test fail: the linker puts the functions in faults.c
 * between that code and the C library.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What happens instead of failing, for write() and read(). */
#define FAULT_NOTHING_DONE (-1)

/* Runs just before a call that shall fail; for looking, and for what somebody else may do
 * meanwhile. */
typedef void (*FaultsHook) (gpointer data);

void     faults_reset    (void);
void     faults_add      (const char *call, guint nth, int reason, gboolean lasting);
void     faults_add_hook (const char *call, guint nth, FaultsHook hook, gpointer data);
gboolean faults_struck   (void);
guint    faults_count    (void);

G_END_DECLS
