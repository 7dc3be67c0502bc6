/* Answers for each expression on its input at which local times the cron beside it would run, see vixie.sh. */
#define main cron_main
#include "cron.c"
#undef main

static int found;

void
job_add(entry *e, user *u)
{
	(void) e;
	(void) u;
	found = TRUE;
}

int
job_runqueue(void)
{
	return 0;
}

int
main(int argc, char **argv)
{
	static char *froms[] = {"2026-12-31T23:59", "2028-02-27T11:30"};
	char line[1000];
	char *environment[] = {NULL};
	(void) argc;
	(void) argv;
	while (fgets(line, sizeof line, stdin) != NULL) {
		char text[1100];
		char *none = strchr(line, '\n');
		*none = '\0';
		snprintf(text, sizeof text, "%s true\n", line);
		FILE *file = fmemopen(text, strlen(text), "r");
		Set_LineNum(1)
		entry *e = load_entry(file, NULL, getpwuid(0), environment);
		if (e == NULL || (e->flags & WHEN_REBOOT)) {
			printf("%s|refused\n", line);
			continue;
		}
		user u = {0};
		cron_db db = {0};
		u.crontab = e;
		db.head = &u;
		for (int i = 0; i < 2; i++) {
			struct tm from = {0};
			strptime(froms[i], "%Y-%m-%dT%H:%M", &from);
			time_min start = timegm(&from) / 60;
			printf("%s|%s|", line, froms[i]);
			int count = 0;
			for (time_min at = start + 1; count < 5 && at < start + 5L * 366 * 1440; at++) {
				found = FALSE;
				find_jobs(at, &db, TRUE, TRUE);
				if (found) {
					time_t second = at * 60L;
					char shown[40];
					strftime(shown, sizeof shown, "%Y-%m-%dT%H:%M", gmtime(&second));
					printf("%s ", shown);
					count++;
				}
			}
			printf("\n");
		}
	}
	return 0;
}
