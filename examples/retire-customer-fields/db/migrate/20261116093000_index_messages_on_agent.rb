class IndexMessagesOnAgent < ActiveRecord::Migration[7.2]
  def change
    # migdocs:ignore add-index-blocking -- messages move to the archive each night, it builds in under a second
    add_index :messages, :agent_id
  end
end
