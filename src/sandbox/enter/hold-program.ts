import { prelude, tidying } from "./prelude.js";

/**
 * Opens a sandbox and keeps it. It stays outside, and ends the sandbox when its input ends, which is when this library closes it or its
 * process is gone, however it went; then it tidies up. `ready PID KEEPER` on stdout: it is open, PID a process inside and KEEPER one that sees the files that are guarded;
 * `failed TEXT`: it is not.
 *
 * The arguments are bubblewrap and its own. FX_INPUTS: how many descriptors from 3 on are for it.
 * FX_GUARD: files that are made read-only for bubblewrap, so that nobody inside changes them by way of /proc/1/exe.
 *
 * FX_GROUPS: what is to be removed at the end.
 */
export const holdProgram = `${prelude}${tidying}
# What this library's process was started with: whatever is inside would have it too.
sub close_from {
  my $first = shift;
  return if call('close_range', $first + 0, 0x7fffffff, 0) == 0;
  opendir my $folder, '/proc/self/fd' or return;
  my @numbers = grep { /^\\d+$/ && $_ >= $first } readdir $folder;
  closedir $folder;
  for my $number (@numbers) { open(my $file, '<&=', $number) && close $file }
}
close_from(3 + $given{FX_INPUTS});
my $parent = $$;
make_points();
pipe(my $in, my $to_keeper); pipe(my $from_keeper, my $out); pipe(my $errors, my $err); pipe(my $info, my $tell);
my $kid = start_keeper();
if (!$kid) {
  prctl(1, 9);
  exit 125 if getppid != $parent;
  open $status, '>&', $err; fcntl $status, 2, 1;
  join_groups();
  if (defined $given{FX_GUARD}) {
    my ($none, $root) = ("none\\0", "/\\0");
    call('unshare', 0x20000) == 0 or fail('unshare', 'mounts');
    call('mount', $none, $root, 0, (1 << 19) | 16384, 0) == 0 or fail('mount', '/');
    for my $file (map { plain($_) . "\\0" } split / /, $given{FX_GUARD}) {
      call('mount', $file, $file, 0, 4096, 0) == 0 or fail('mount', $file);
      call('mount', $file, $file, 0, 4096 | 32 | 1, 0) == 0 or fail('mount', $file);
    }
  }
  open STDIN, '<&', $in; open STDOUT, '>&', $out; open STDERR, '>&', $err;
  fcntl $tell, 2, 0;
  %ENV = (PATH => $given{PATH});
  no warnings 'exec';
  my $program = shift @ARGV;
  exec { $program } $program, '--info-fd', fileno $tell, @ARGV;
  print STDERR "$program: $!\\n";
  exit 125;
}
# This library's process may be gone already.
$SIG{PIPE} = 'IGNORE';
close $_ for $in, $out, $err, $tell;
for my $number (3 .. 2 + $given{FX_INPUTS}) { open(my $input, '<&=', $number) && close $input }
syswrite $to_keeper, '.';
my $ready = sysread $from_keeper, my $dot, 1;
if (!$ready) {
  local $/;
  my $text = substr(readline($errors) // '', 0, 4000);
  waitpid $kid, 0;
  refused($text);
}
my $json = join '', readline $info;
my ($first) = $json =~ /"child-pid": *(\\d+)/;
my $inside = '';
if (open my $children, '<', "/proc/$first/task/$first/children") { ($inside) = split / /, readline($children) // ''; }
close $_ for $from_keeper, $errors, $info;
syswrite STDOUT, "ready $inside $kid\\n";
hold($first, $kid);
`;
