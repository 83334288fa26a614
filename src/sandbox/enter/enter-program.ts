import { joining } from "./join-program.js";
import { prelude } from "./prelude.js";

/**
 * Runs a program in a sandbox that is open already. It joins the control groups, the namespaces of a process inside (the user namespace
 * that owns the mounts first, the process's own last), forks to be inside of the PID namespace too, and there gives up what the sandbox
 * does not allow. This process itself stays, waits, and ends as the program did.
 *
 * FX_DOOR: the descriptor of the namespace that it was started in. FX_PID, FX_START: the process inside and its start time; without it nothing is joined. FX_ROOT: a folder to chroot to. FX_CWD.
 * FX_KEEP, FX_LAST: the capabilities to be kept (numbers), and the last there is; without FX_KEEP they stay. FX_NNP: set no_new_privs.
 * FX_LIMITS: limits as setrlimit(2) numbers them, `RESOURCE:VALUE …`.
 * FX_FILTER: a filter of system calls, in hexadecimal digits.
 * FX_E0…: the environment. The arguments are the program's.
 */
export const enterProgram = `${prelude}${joining}
syswrite $status, "begun\\n";
call('close_range', $given{FX_DOOR} + 0, $given{FX_DOOR} + 0, 0) if defined $given{FX_DOOR};
join_groups();
my $forks = defined $given{FX_PID} && join_namespaces('mnt', qw(cgroup ipc uts net pid mnt user));
if ($forks) {
  my $kid = fork;
  defined $kid or fail('fork');
  if ($kid) {
    $SIG{$_} = 'IGNORE' for qw(HUP INT QUIT TERM);
    call('close_range', 0, 0x7fffffff, 0);
    # Perl's own waitpid does not tell of a program that is stopped.
    my $end = 0;
    while (1) {
      my $word = pack 'l', 0;
      my $seen = call('wait4', $kid + 0, $word, 2, 0);
      next if $seen < 0 && $! == 4;
      $end = unpack 'l', $word;
      last if ($end & 255) != 127;
      kill 'STOP', $$;
      kill 'CONT', $kid;
    }
    my $signal = $end & 127;
    exit $end >> 8 unless $signal;
    my $name = {1 => 'HUP', 2 => 'INT', 3 => 'QUIT', 15 => 'TERM'}->{$signal};
    $SIG{$name} = 'DEFAULT' if $name;
    kill $signal, $$;
    exit 128 + $signal;
  }
}
if (defined $given{FX_ROOT}) { chroot($given{FX_ROOT}) or fail('root', $given{FX_ROOT}); chdir '/'; }
chdir($given{FX_CWD}) or fail('cwd', $given{FX_CWD});
if (defined $given{FX_KEEP}) {
  my %keep = map { $_ => 1 } split / /, $given{FX_KEEP};
  my @set = (0, 0);
  for my $cap (0 .. $given{FX_LAST}) {
    if ($keep{$cap}) { $set[$cap >> 5] |= 1 << ($cap & 31) }
    elsif (prctl(23, $cap) == 1) { prctl(24, $cap) == 0 or fail('capabilities', $cap) }
  }
  prctl(47, 4);
  my $common = $> == 0 ? 0 : -1;
  my @inherited = map { $_ & $common } @set;
  my ($head, $data) = (pack('Ll', 0x20080522, 0), pack('L6', $set[0], $set[0], $inherited[0], $set[1], $set[1], $inherited[1]));
  call('capset', $head, $data) == 0 or fail('capabilities', 'set');
  if ($common) { for my $cap (keys %keep) { prctl(47, 2, $cap) == 0 or fail('capabilities', $cap) } }
}
if ($given{FX_NNP}) { prctl(38, 1) == 0 or fail('no-new-privs') }
prctl(1, 9) if $forks;
if (defined $given{FX_FILTER}) {
  my $filter = pack 'H*', $given{FX_FILTER};
  # struct sock_fprog: how many, and where.
  my $program = pack 'Sx![P]P', length($filter) / 8, $filter;
  call('prctl', 22, 2, $program) == 0 or fail('filter');
}
%ENV = ();
for (my $i = 0; defined $given{"FX_E$i"}; $i++) { my ($name, $value) = split /=/, $given{"FX_E$i"}, 2; $ENV{$name} = $value; }
for (split / /, $given{FX_LIMITS}) {
  my ($resource, $most) = split /:/;
  my $limit = "\\0" x 16;
  call('prlimit64', 0, $resource + 0, 0, $limit) == 0 or fail('limit', $resource);
  my $hard = (unpack 'QQ', $limit)[1];
  $most = $hard if $hard < $most;
  $limit = pack 'QQ', $most, $most;
  call('prlimit64', 0, $resource + 0, $limit, 0) == 0 or fail('limit', $resource);
}
no warnings 'exec';
exec { $ARGV[0] } @ARGV;
my $errno = $! + 0;
syswrite $status, "fail exec $errno " . coded($ARGV[0]) . "\\n";
exit($errno == 2 || $errno == 20 ? 127 : 126);
`;
